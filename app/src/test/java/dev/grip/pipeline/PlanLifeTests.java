package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.planning.Basis;
import dev.grip.pipeline.planning.Interval;
import dev.grip.pipeline.planning.Plan;
import dev.grip.pipeline.planning.PlannedKind;
import dev.grip.pipeline.planning.PlannedStage;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Spend;
import dev.grip.pipeline.spending.StageSpend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Plans against what runs then do, on a real graph with simulated models. */
@SuppressWarnings("NullAway.Init")
class PlanLifeTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP, Kind.COMMUNITY), 120, null));
    /** A token costs one. */
    private static final Map<String, String> PRICED = Map.of(
            "prices.models", "{default: {prompt-million: 1000000, completion-million: 1000000}}",
            "prices.currency", "tokens");

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

    @BeforeEach
    void begin() {
        work.begin(Duration.ZERO);
    }

    @Test
    void withoutEarlierRunsAPlanSaysThatItAssumesAndWritesNothing() {
        try (Grip grip = work.open(Map.of())) {
            long nodes = work.count("MATCH (n) RETURN count(n)");
            long edges = work.count("MATCH ()-[r]->() RETURN count(r)");
            Plan plan = grip.plan(REQUEST, Budget.NONE);

            assertThat(plan.basis()).isEqualTo(Basis.ASSUMED);
            assertThat(plan.rehearsal()).isTrue();
            assertThat(plan.runs()).isEmpty();
            assertThat(plan.combinations()).isEqualTo(120);
            assertThat(plan.made()).isZero();
            assertThat(plan.kinds()).extracting(PlannedKind::chosen).containsExactly(60L, 60L);
            assertThat(plan.kinds()).allSatisfy(kind -> {
                assertThat(kind.available()).isGreaterThanOrEqualTo(60);
                assertThat(kind.seen()).isZero();
            });
            assertThat(plan.stages()).hasSizeGreaterThanOrEqualTo(9).noneMatch(PlannedStage::measured);
            assertThat(plan.notes())
                    .anyMatch(note -> note.startsWith("Simulated models answer here"))
                    .anyMatch(note -> note.contains("are assumptions"));
            assertThat(plan.cost()).isNull();
            assertThat(plan.unpriced()).contains("rehearsal/Qwen2.5-32B-Instruct");
            assertThat(plan.command()).isEqualTo("grip run --kinds ONE_HOP,COMMUNITY --limit 120");
            assertThat(work.asked()).isZero();
            assertThat(work.count("MATCH (n) RETURN count(n)")).isEqualTo(nodes);
            assertThat(work.count("MATCH ()-[r]->() RETURN count(r)")).isEqualTo(edges);
        }
    }

    @Test
    void afterAPilotTheRunComesOutWithinTheIntervalsAndPaysForThePilotNoSecondTime() throws Exception {
        try (Grip grip = work.open(PRICED)) {
            Plan plan = grip.plan(REQUEST, Budget.NONE, 40, Progress.NONE);
            long pilot = work.asked();
            assertThat(plan.basis()).isEqualTo(Basis.PILOT);
            assertThat(plan.made()).isEqualTo(40);
            assertThat(plan.kinds()).extracting(PlannedKind::seen).containsExactly(20L, 20L);
            assertThat(plan.runs()).hasSize(1);

            RunStatus run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            Spend spend = grip.spend(run.id()).orElseThrow();

            assertThat(spend.calls()).as("without the pilot's").isEqualTo(work.asked() - pilot);
            assertInside(plan.rows(), run.accepted());
            assertInside(plan.calls(), spend.calls());
            assertInside(plan.promptTokens(), spend.promptTokens());
            assertInside(plan.completionTokens(), spend.completionTokens());
            assertInside(plan.cost(), Math.round(spend.cost()));
            for (StageSpend stage : spend.stages()) {
                assertInside(planned(plan, stage).calls(), stage.calls());
            }
            assertThat(plan.rows().high()).as("a pilot of 40 says something").isLessThan(120);

            Plan after = grip.plan(REQUEST, Budget.NONE);
            assertThat(after.basis()).isEqualTo(Basis.EARLIER_RUNS);
            assertThat(after.made()).isEqualTo(120);
            assertThat(after.calls()).isEqualTo(new Interval(0, 0, 0));
            assertThat(after.cost()).isEqualTo(new Interval(0, 0, 0));
        }
    }

    @Test
    void aNumberOfRowsIsSolvedForByTheKindsAndTheRunThenReachesIt() throws Exception {
        try (Grip grip = work.open(PRICED)) {
            Plan plan =
                    grip.plan(RunRequest.of(CombinationSpec.of(List.of(), null, null)), rows(15), 40, Progress.NONE);

            assertThat(plan.rows().low()).isGreaterThanOrEqualTo(15);
            assertThat(plan.command()).startsWith("grip run --mix ").endsWith(" --target-rows 15");
            Map<Kind, Integer> mix = new LinkedHashMap<>();
            plan.kinds().forEach(kind -> mix.put(Kind.valueOf(kind.kind()), (int) kind.chosen()));
            RunStatus run = grip.await(
                    grip.launch(RunRequest.of(CombinationSpec.of(mix, null)), rows(15))
                            .id(),
                    Progress.NONE);

            assertThat(run.accepted()).isGreaterThanOrEqualTo(15);
            assertThat(run.state()).isIn(RunState.PAUSED, RunState.DONE);
            assertThat(run.combinations()).isEqualTo(plan.combinations());
        }
    }

    @Test
    void aCostIsSolvedForAndNotExceededByWhatIsExpected() throws Exception {
        try (Grip grip = work.open(PRICED)) {
            grip.plan(REQUEST, Budget.NONE, 24, Progress.NONE);
            Plan plan = grip.plan(REQUEST, Budget.of(50_000.0, null, null));

            assertThat(plan.cost()).isNotNull();
            assertThat(plan.cost().expected()).isLessThanOrEqualTo(50_000);
            assertThat(plan.combinations()).isPositive().isLessThan(120);
            assertThat(plan.command()).endsWith(" --max-cost 50000");
        }
        try (Grip grip = work.open(Map.of())) {
            assertThatThrownBy(() -> grip.plan(REQUEST, Budget.of(1.0, null, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("max-cost needs prices");
        }
    }

    @Test
    void aSelectionByCypherIsPlannedByTheKindsOfItsRows() throws Exception {
        RunRequest request = RunRequest.ofCypher(
                "MATCH (a:KnowledgePoint)-[r:CO_OCCURS]->(b) WHERE r.weight >= $least"
                        + " RETURN [a, b] AS knowledgePoints ORDER BY a.id, b.id LIMIT 7",
                Map.of("least", 1),
                null);
        try (Grip grip = work.open(Map.of())) {
            Plan plan = grip.plan(request, rows(3));

            assertThat(plan.kinds()).singleElement().satisfies(kind -> {
                assertThat(kind.kind()).isEqualTo("ONE_HOP");
                assertThat(kind.chosen()).isEqualTo(7);
            });
            assertThat(plan.command())
                    .startsWith("grip run --cypher 'MATCH (a:KnowledgePoint)")
                    .endsWith(" --param 'least=1' --target-rows 3");
        }
    }

    @Test
    void yieldsOfSimulatedModelsAreNeverTakenForThoseOfModelsAndOtherConfigurationsSayNothing() throws Exception {
        try (Grip grip = work.open(Map.of())) {
            grip.await(grip.launch(REQUEST.atMost(8)).id(), Progress.NONE);
            assertThat(grip.plan(REQUEST, Budget.NONE).basis()).isEqualTo(Basis.EARLIER_RUNS);
        }
        try (Grip other = work.open(Map.of("judging.problem-threshold", "0.5"))) {
            assertThat(other.plan(REQUEST, Budget.NONE).basis()).isEqualTo(Basis.ASSUMED);
        }
        work.count("MATCH (run:Run) SET run.rehearsal = NOT run.rehearsal RETURN count(run)");
        try (Grip grip = work.open(Map.of())) {
            assertThat(grip.plan(REQUEST, Budget.NONE).basis()).isEqualTo(Basis.ASSUMED);
        }
    }

    private static Budget rows(long target) {
        return Budget.of(null, null, target);
    }

    private static PlannedStage planned(Plan plan, StageSpend stage) {
        return plan.stages().stream()
                .filter(one -> one.stage().equals(stage.stage()) && one.model().equals(stage.model()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertInside(Interval interval, long number) {
        assertThat((double) number).isBetween(interval.low(), interval.high());
    }
}
