package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.RunProgress.ModelLoad;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Spend;
import dev.grip.pipeline.spending.StageSpend;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a person can see of a run while it works. */
@SuppressWarnings("NullAway.Init")
class RunProgressTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final RunRequest REQUEST = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 60, null));

    @TempDir
    static Path data;

    static RunsAtWork work;
    static SimpleMeterRegistry registry;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
    }

    @AfterAll
    static void stop() {
        Metrics.removeRegistry(registry);
        registry.close();
        work.close();
    }

    @Test
    void aRunAtWorkTellsItsPaceItsModelsAndItsMetersUntilItEnds() throws Exception {
        work.begin(Duration.ofMillis(60));
        try (Grip grip = work.open(Map.of())) {
            String id = grip.launch(REQUEST).id();
            until(() -> grip.progress(id)
                    .filter(now -> now.pace().combinationsPerSecond() > 0)
                    .isPresent());
            RunProgress now = grip.progress(id).orElseThrow();

            assertThat(now.pace().secondsLeft()).isPositive();
            assertThat(now.models())
                    .extracting(ModelLoad::model)
                    .contains("rehearsal/Qwen2.5-32B-Instruct")
                    .doesNotHaveDuplicates();
            assertThat(now.models())
                    .allSatisfy(model -> assertThat(model.limit()).isPositive());
            assertThat(registry.get("grip.run.combinations")
                            .tag("run", id)
                            .gauge()
                            .value())
                    .isEqualTo(60);
            assertThat(registry.get("grip.run.done").tag("run", id).gauge().value())
                    .isPositive();

            grip.await(id, Progress.NONE);
            assertThat(grip.progress(id)).isEmpty();
            assertThat(registry.find("grip.run.done").tag("run", id).gauge()).isNull();
        }
    }

    @Test
    void countsNeverGoBackWhenTheProcessIsAnother() throws Exception {
        work.begin(Duration.ofMillis(40));
        String id;
        RunStatus before;
        try (Grip grip = work.open(Map.of())) {
            id = grip.launch(REQUEST).id();
            until(() -> status(grip, id).done() >= 20);
        }
        try (Grip grip = work.open(Map.of())) {
            before = status(grip, id);
            grip.resume(id);
            RunStatus last = before;
            while (last.state() != RunState.DONE) {
                RunStatus now = status(grip, id);
                assertThat(now.done()).isGreaterThanOrEqualTo(last.done());
                assertThat(now.problems()).isGreaterThanOrEqualTo(last.problems());
                assertThat(now.accepted()).isGreaterThanOrEqualTo(last.accepted());
                last = now;
            }
            assertThat(before.state()).isEqualTo(RunState.PAUSED);
            assertThat(before.done()).isGreaterThanOrEqualTo(20);
            assertThat(last.done()).isEqualTo(60);
            assertThat(last.done())
                    .as("the run's sum is that of its slices")
                    .isEqualTo(work.count("MATCH (slice:Slice) RETURN sum(slice.done)"));
            assertThat(last.accepted()).isEqualTo(work.count("MATCH (slice:Slice) RETURN sum(slice.accepted)"));
        }
    }

    @Test
    void theTimeOfARunIsToldByStageAndByWhatItWaitedFor() throws Exception {
        work.begin(Duration.ofMillis(40));
        try (Grip grip =
                work.open(Map.of("models.generator.max-concurrent", "1", "models.extractor.max-concurrent", "1"))) {
            String id = grip.launch(REQUEST).id();
            until(() -> metered(id, "room") > 0 && metered(id, "store") > 0);
            grip.await(id, Progress.NONE);
            Spend spend = grip.spend(id).orElseThrow();

            StageSpend writing = stage(spend, "synthesis/write-problem");
            assertThat(writing.time().room())
                    .as("combinations wait for the generator's only place")
                    .isGreaterThan(0.5)
                    .isGreaterThan(
                            stage(spend, "judging/rate-difficulty").time().room());
            assertThat(spend.stages())
                    .allSatisfy(stage -> assertThat(stage.time().server()).isGreaterThan(0.04));
            assertThat(spend.stages())
                    .anySatisfy(stage -> assertThat(stage.time().store()).isPositive());
        }
    }

    private static StageSpend stage(Spend spend, String name) {
        return spend.stages().stream()
                .filter(stage -> stage.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double metered(String run, String reason) {
        FunctionCounter counter = registry.find("grip.run.call.seconds")
                .tags("run", run, "reason", reason)
                .functionCounter();
        return counter == null ? 0 : counter.count();
    }

    private static RunStatus status(Grip grip, String id) {
        return grip.run(id).orElseThrow();
    }
}
