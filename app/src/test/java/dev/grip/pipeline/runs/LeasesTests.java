package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Leases on a real Neo4j, by whose clock alone they end. That this clock jumps is the same as that a lease's end is moved the other way.
 */
class LeasesTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final long HOUR = 3_600_000;

    private final Leases here = new Leases(NEO4J.graph(), new Host("here", 1));
    private final Leases elsewhere = new Leases(NEO4J.graph(), new Host("elsewhere", 1));

    @BeforeEach
    void fill() {
        NEO4J.wipe();
        run("CREATE (:Run {id: 'r1', state: 'running', term: 0, createdAt: datetime()})");
    }

    @Test
    void nobodyGetsALeaseThatAnotherKeeps() {
        RunLease lease = here.acquire("r1");

        assertThatThrownBy(() -> elsewhere.acquire("r1"))
                .isInstanceOf(RunConflictException.class)
                .hasMessageContaining("process 1 on here");
        assertThat(here.keep(lease, 0)).isTrue();
        here.release(lease, 0);
        assertThat(elsewhere.acquire("r1").term()).isEqualTo(lease.term() + 1);
    }

    @Test
    void aClockThatJumpsAheadEndsALeaseUnlessItIsKeptFirst() {
        RunLease lease = here.acquire("r1");
        clockJumps(HOUR);
        assertThat(here.keep(lease, 0)).isTrue();
        assertThatThrownBy(() -> elsewhere.acquire("r1")).isInstanceOf(RunConflictException.class);

        clockJumps(HOUR);
        elsewhere.acquire("r1");
        assertThat(here.keep(lease, 0)).as("one of two is told that it lost").isFalse();
    }

    @Test
    void aClockThatIsSetBackDoesNotLeaveARunToADeadProcessForHours() {
        here.acquire("r1");
        clockJumps(-20_000);
        assertThatThrownBy(() -> elsewhere.acquire("r1"))
                .as("a small step back only makes a lease longer")
                .isInstanceOf(RunConflictException.class);

        clockJumps(-HOUR);
        assertThat(elsewhere.orphans()).extracting(Orphan::run).containsExactly("r1");
        elsewhere.acquire("r1");
    }

    @Test
    void onlyRunsWhoseProcessIsGoneAreOrphans() {
        RunLease lease = here.acquire("r1");
        assertThat(elsewhere.orphans()).isEmpty();
        clockJumps(HOUR);
        assertThat(elsewhere.orphans()).containsExactly(new Orphan("r1", RunState.RUNNING, "process 1 on here"));
        here.keep(lease, 0);
        run("MATCH (run:Run) SET run.state = 'paused', run.leaseUntil = 0");
        assertThat(elsewhere.orphans()).as("nobody wants it to go on").isEmpty();
    }

    @Test
    void aRunThatWasNeverBegunIsAnOrphanOnlyAfterAWhile() {
        run("MATCH (run:Run) SET run.state = 'planned'");
        assertThat(here.orphans()).isEmpty();
        run("MATCH (run:Run) SET run.createdAt = datetime() - duration('PT1M')");
        assertThat(here.orphans()).containsExactly(new Orphan("r1", RunState.PLANNED, "a process"));
    }

    private static void clockJumps(long millis) {
        run("MATCH (run:Run) SET run.leaseUntil = run.leaseUntil - " + millis);
    }

    private static void run(String cypher) {
        NEO4J.driver().executableQuery(cypher).execute();
    }
}
