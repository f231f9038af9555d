package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The count of vain adoptions on a real Neo4j. */
class AdoptionsTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final RunLease LEASE = new RunLease("r1", "o", 4);

    private final Adoptions adoptions = new Adoptions(NEO4J.graph());

    @BeforeEach
    void fill() {
        NEO4J.wipe();
        run("CREATE (:Run {id: 'r1', state: 'running', term: 4, done: 7, createdAt: datetime()})");
    }

    @Test
    void threeInARowWithoutACombinationFinishedAreInVain() {
        adopt(2);
        assertThat(adoptions.inVain("r1")).isFalse();
        adopt(1);
        assertThat(adoptions.inVain("r1")).isTrue();
    }

    @Test
    void aRunThatGetsOnIsTakenOverHoweverOften() {
        for (int times = 0; times < 5; times++) {
            adopt(2);
            run("MATCH (run:Run) SET run.done = run.done + 1");
            assertThat(adoptions.inVain("r1")).isFalse();
        }
        adopt(3);
        run("MATCH (run:Run) SET run.done = run.done + 1");
        assertThat(adoptions.inVain("r1")).as("the last one did get on").isFalse();
    }

    @Test
    void aRunThatFinishedNothingYetIsCountedToo() {
        run("MATCH (run:Run) REMOVE run.done");
        adopt(3);
        assertThat(adoptions.inVain("r1")).isTrue();
    }

    @Test
    void aPersonBeginsTheCountAfresh() {
        adopt(3);
        adoptions.forget("r1");
        assertThat(adoptions.inVain("r1")).isFalse();
        adopt(2);
        assertThat(adoptions.inVain("r1")).isFalse();
    }

    @Test
    void whoLostTheRunDoesNotCount() {
        adopt(2);
        adoptions.count(new RunLease("r1", "o", 3));
        assertThat(adoptions.inVain("r1")).isFalse();
    }

    private void adopt(int times) {
        for (int time = 0; time < times; time++) {
            adoptions.count(LEASE);
        }
    }

    private static void run(String cypher) {
        NEO4J.driver().executableQuery(cypher).execute();
    }
}
