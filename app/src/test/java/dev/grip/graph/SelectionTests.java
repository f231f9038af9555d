package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CREATE (n:Selected) RETURN n                                        | writes
                    MATCH (n) SET n.touched = 1 RETURN n                                | writes
                    MATCH (n) DETACH DELETE n                                           | writes
                    MERGE (n:Selected {id: 1}) RETURN n                                 | writes
                    MATCH (n) CALL (n) { SET n.a = 1 } IN TRANSACTIONS                  | CALL { } IN TRANSACTIONS
                    UNWIND [1] AS i CALL (i) { RETURN i AS j } IN TRANSACTIONS RETURN j | CALL { } IN TRANSACTIONS
                    LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line              | LOAD CSV
                    CALL apoc.create.node(['Selected'], {}) YIELD node RETURN node      | apoc.create.node
                    CALL apoc.cypher.run('RETURN 1', {}) YIELD value RETURN value       | apoc.cypher.run
                    CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value    | apoc.cypher.doIt
                    CALL apoc.periodic.commit('CREATE (n) RETURN 0', {})                | apoc.periodic.commit
                    CALL dbms.listConfig() YIELD name RETURN name                       | dbms.listConfig
                    CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name  | dbms.listConfig
                    CALL db.awaitIndexes(1)                                             | db.awaitIndexes
                    CREATE INDEX i IF NOT EXISTS FOR (n:Selected) ON (n.a)              | must only read
                    TERMINATE TRANSACTIONS 'neo4j-transaction-1'                        | command to the server
                    SHOW SETTINGS                                                       | command to the server
                    RETURN apoc.cypher.runFirstColumnSingle('CREATE (n:Selected) RETURN 1', {}) AS x | The selection
                    /* now */ PROFILE CREATE (n:Selected)                               | The selection
                    CREATE USER eve SET PASSWORD 'longenough'                           | The selection
                    """)
    void refusesWhatDoesNotOnlyRead(String cypher, String why) {
        assertThatThrownBy(() -> NEO4J.graph().select(cypher, Map.of(), LONG, 10))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    @AfterAll
    static void nothingWasWritten() {
        assertThat(NEO4J.graph()
                        .select("MATCH (n:Selected) RETURN count(n) AS n", Map.of(), LONG, 1)
                        .get(0)
                        .get("n")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MATCH (n RETURN n", "RETURN 1; RETURN 2", "CALL no.such() YIELD a RETURN a", "RETURN x"})
    void saysInOneSentenceWhyTheServerCannotRunIt(String cypher) {
        assertThatThrownBy(() -> NEO4J.graph().select(cypher, Map.of(), LONG, 10))
                .isInstanceOf(SelectionException.class)
                .hasMessageStartingWith("The selection is not Cypher that this server can run: ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "EXPLAIN RETURN 1", "profile\nRETURN 1"})
    void refusesWhatIsNoQuery(String cypher) {
        assertThatThrownBy(() -> NEO4J.graph().select(cypher, Map.of(), LONG, 10))
                .isInstanceOf(SelectionException.class);
    }

    @Test
    void namesAParameterThatWasNotGiven() {
        assertThatThrownBy(() -> NEO4J.graph().select("RETURN $depth AS d", Map.of(), LONG, 10))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("parameter that was not given")
                .hasMessageContaining("depth");
    }

    @Test
    void stopsAtTheTimeLimit() {
        assertThatThrownBy(() -> NEO4J.graph()
                        .select(
                                "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b) AS n",
                                Map.of(),
                                Duration.ofMillis(300),
                                10))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("longer than 0.3 s");
    }

    @Test
    void stopsAtTheRowLimit() {
        assertThatThrownBy(() -> NEO4J.graph().select("UNWIND range(1, 11) AS i RETURN i", Map.of(), LONG, 10))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("more than 10 rows");
    }

    @Test
    void turnsRowsIntoSomethingSmallerAsTheyArrive() {
        var sizes = NEO4J.graph().select("RETURN range(1, 1000) AS list", Map.of(), LONG, 10, row -> row.get("list")
                .size());
        assertThat(sizes).containsExactly(1000);
    }

    @Test
    void returnsTheRowsOfAReadingQuery() {
        var rows = NEO4J.graph()
                .select("UNWIND range(1, $n) AS i RETURN [i, i + 1] AS knowledgePoints", Map.of("n", 10), LONG, 10);
        assertThat(rows).hasSize(10);
        assertThat(rows.get(9).get("knowledgePoints").asList()).containsExactly(10L, 11L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL db.labels() YIELD label RETURN label LIMIT 1",
                "CYPHER runtime=slotted MATCH (n) RETURN n LIMIT 1",
                "// my pairs\nMATCH (n) OPTIONAL CALL apoc.neighbors.tohop(n, 'CO_OCCURS', 1) YIELD node RETURN node LIMIT 1"
            })
    void acceptsReadingProceduresAndOptions(String cypher) {
        assertThat(NEO4J.graph().select(cypher, Map.of(), LONG, 10)).hasSizeLessThan(2);
    }
}
