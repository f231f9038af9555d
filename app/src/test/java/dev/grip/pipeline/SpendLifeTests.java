package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.fleet.ModelCalls;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.spending.Spend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What runs used is known by stage and model, whoever carried them out and however often they were broken off. */
@SuppressWarnings("NullAway.Init")
class SpendLifeTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final RunRequest REQUEST = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 40, null));
    private static final Map<String, String> PRICED =
            Map.of("prices.gpu-hour", "2", "prices.models", "{default: {gpus: 3}}");

    @TempDir
    static Path data;

    static RunsAtWork work;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
    }

    @AfterAll
    static void stop() {
        work.close();
    }

    @Test
    void aRunsSpendIsWhatTheServersWereAsked() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            String id = grip.launch(REQUEST).id();
            grip.await(id, Progress.NONE);
            Spend spend = grip.spend(id).orElseThrow();

            assertThat(spend.calls()).isEqualTo(work.asked());
            List<ModelCalls> asked = grip.modelsAtWork().calls();
            assertThat(spend.promptTokens())
                    .isEqualTo(
                            asked.stream().mapToLong(ModelCalls::promptTokens).sum());
            assertThat(spend.completionTokens())
                    .isEqualTo(asked.stream()
                            .mapToLong(ModelCalls::completionTokens)
                            .sum());
            assertThat(spend.stages())
                    .allSatisfy(stage -> assertThat(stage.time().server()).isPositive())
                    .filteredOn(stage -> stage.stage().equals("synthesis/write-problem"))
                    .singleElement()
                    .satisfies(written -> assertThat(written.calls()).isEqualTo(40));
            assertThat(spend.cost()).isNull();
            assertThat(spend.gpuHours()).isNull();
            assertThat(spend.unpriced()).contains("rehearsal/Qwen2.5-32B-Instruct");

            long before = work.asked();
            String other = grip.launch(REQUEST.atMost(30)).id();
            grip.await(other, Progress.NONE);
            assertThat(work.asked()).isEqualTo(before);
            assertThat(grip.spend(other).orElseThrow().calls())
                    .as("a run that found everything made")
                    .isZero();
        }
    }

    @Test
    void whatARunUsedSurvivesPausesAndTheDeathOfWhoCarriedItOut() throws Exception {
        work.begin(Duration.ofMillis(60));
        Process worker = work.start(List.of("run", "--kinds", "ONE_HOP", "--limit", "40"));
        until(() -> work.asked() >= 60 || !worker.isAlive());
        worker.destroyForcibly().waitFor();
        String id = work.onlyRun();
        Spend first;
        try (Grip grip = work.open(PRICED)) {
            first = grip.spend(id).orElseThrow();
            assertThat(first.calls()).as(work.printed()).isPositive().isLessThanOrEqualTo(work.asked());
            assertThat(work.count("MATCH (n) WHERE n:Problem OR n:Judgement OR n:Rating OR n:Solution RETURN count(n)"))
                    .as("answers that are stored, each paid for")
                    .isLessThanOrEqualTo(first.calls());
            grip.resume(id);
            long asked = work.asked();
            until(() -> work.asked() >= asked + 40);
            Spend during = grip.spend(id).orElseThrow();
            assertThat(during.calls()).isGreaterThanOrEqualTo(first.calls());
            assertThat(during.seconds()).isGreaterThanOrEqualTo(first.seconds());
        }
        try (Grip grip = work.open(PRICED)) {
            Spend paused = grip.spend(id).orElseThrow();
            assertThat(grip.await(grip.resume(id).id(), Progress.NONE).state()).isEqualTo(RunState.DONE);
            Spend end = grip.spend(id).orElseThrow();

            assertThat(end.calls()).isGreaterThan(paused.calls());
            assertThat(end.calls())
                    .as("all but at most the calls that were in flight when the worker died")
                    .isBetween(work.asked() - 8, work.asked());
            assertThat(end.seconds()).isGreaterThan(paused.seconds()).isGreaterThan(0);
            int gpus = 3
                    * grip.modelsAtWork().roles().stream()
                            .filter(role -> !role.model().contains("bge"))
                            .filter(role -> !role.role().word().equals("extractor"))
                            .map(role -> role.model())
                            .collect(java.util.stream.Collectors.toSet())
                            .size();
            assertThat(end.gpuHours()).isEqualTo(gpus * end.seconds() / 3600);
            assertThat(end.cost()).isEqualTo(end.gpuHours() * 2, org.assertj.core.api.Assertions.within(1e-9));
        }
    }
}
