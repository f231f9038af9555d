package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How runs are kept. */
class RunRepositoryTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void aRunThatHasEndedStaysSoWhenARequestToCancelComesLate() {
        RunRepository runs = new RunRepository(NEO4J.graph());
        runs.create(new RunRepository.NewRun("r1", "grip-2025", "{}", "f", 1, true));
        runs.state("r1", RunState.DONE, null);

        runs.state("r1", RunState.CANCELLING, null);

        assertThat(runs.status("r1")).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.endedAt()).isNotNull();
        });
    }
}
