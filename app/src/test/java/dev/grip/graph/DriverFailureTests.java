package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** What people read when the driver fails. */
class DriverFailureTests {

    @Test
    void aServerThatIsGoneIsSaidWithWhatToDo() {
        assertThat(DriverFailure.explain(new ServiceUnavailableException("Connection refused")))
                .isInstanceOf(GraphException.class)
                .hasMessage("Neo4j went away (Connection refused): see its log, then start again; everything stored is"
                        + " kept");
    }

    @Test
    void aDatabaseThatMetAFullDiskIsWaitedForAndSaidToNeedARestart() {
        var failure = new DatabaseException(
                "Neo.DatabaseError.Transaction.TransactionStartFailed",
                "The database has encountered a critical error, and needs to be restarted.");

        assertThat(DriverFailure.explain(failure))
                .isInstanceOfSatisfying(
                        GraphException.class, away -> assertThat(away.away()).isTrue())
                .hasMessageContaining("make room on its disk, then restart it");
    }

    @Test
    void aProceduresRefusalIsLeftInItsOwnWords() {
        var failure = new ClientException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                "Failed to invoke procedure `kprg.oneHop`: Caused by: java.lang.IllegalArgumentException:"
                        + " kprg.oneHop: repeat is 'often', but must be 'once' or 'weight'");

        assertThat(DriverFailure.explain(failure))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kprg.oneHop: repeat is 'often', but must be 'once' or 'weight'");
    }

    @Test
    void anythingElseStaysWhatItIs() {
        var failure = new ClientException("Neo.ClientError.Statement.SyntaxError", "Invalid input");

        assertThat(DriverFailure.explain(failure)).isSameAs(failure);
    }
}
