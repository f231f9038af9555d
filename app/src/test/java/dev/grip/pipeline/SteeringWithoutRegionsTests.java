package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Steering;
import dev.grip.graph.KprgAlone;
import dev.grip.pipeline.runs.RoundYield;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Steered runs on a server that has no Graph Data Science. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class SteeringWithoutRegionsTests {

    @TempDir
    private static Path folder;

    private static KprgAlone neo4j;
    private static RunsAtWork work;

    @BeforeAll
    static void start() throws IOException {
        neo4j = KprgAlone.start(folder);
        work = new RunsAtWork(neo4j.embedded(), neo4j.driver(), Files.createDirectories(folder.resolve("work")));
    }

    @AfterAll
    static void stop() {
        work.close();
        neo4j.close();
    }

    @Test
    void kindsAloneAreSteeredAndTheRunSaysSo() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.await(grip.launch(request()).id(), Progress.NONE);

            assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
            assertThat(run.done()).isEqualTo(60);
            assertThat(run.notice())
                    .startsWith("The run is steered by kind alone, not by region: This server has no gds.")
                    .contains("put Graph Data Science 2.13 into its plugins folder");
            assertThat(grip.yields(run.id()))
                    .isNotEmpty()
                    .extracting(RoundYield::region)
                    .containsOnlyNulls();
        }
    }

    @Test
    void aRunThatHasRegionsFailsWithWhatToDoAndGoesOnWhenTheyAreBack() throws Exception {
        work.begin(Duration.ofMillis(15));
        String id;
        try (Grip grip = work.open(Map.of())) {
            id = grip.launch(request()).id();
            until(() -> work.asked() > 30);
        }
        work.answersTake(Duration.ZERO);
        regions("none", "0123456789abcdef01234567");
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.await(grip.resume(id).id(), Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.error())
                    .contains("steered by regions of the KPRG, which cannot be found now")
                    .contains("put Graph Data Science 2.13 into its plugins folder");
            regions("0123456789abcdef01234567", "none");
            RunStatus again = grip.await(grip.resume(id).id(), Progress.NONE);

            assertThat(again.state()).as(again.toString()).isEqualTo(RunState.DONE);
            assertThat(again.done()).isEqualTo(60);
        }
    }

    private static RunRequest request() {
        return RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP, Kind.TWO_HOP), 60, null)
                .steered(new Steering(0.5, 20)));
    }

    /** Has the run's cursor say that it is steered by other regions. */
    private static void regions(String from, String to) {
        work.count(
                "MATCH (run:Run) SET run.cursor = replace(run.cursor, '" + from + "', '" + to + "') RETURN count(run)");
    }
}
