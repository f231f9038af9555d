package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Regions;
import dev.grip.combinations.Steering;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RoundYield;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs that give kinds with better yields more of their combinations, the same way whatever happens to them. */
@SuppressWarnings("NullAway.Init")
class SteeringTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final int LIMIT = 120;
    private static final double NOVELTY = 0.6;

    @TempDir
    static Path data;

    static RunsAtWork work;
    static List<RoundYield> undisturbed;
    static Map<String, String> dataset;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        try (Grip grip = work.open(Map.of("combinations.min-implicit-weight", "1"))) {
            RunStatus run = grip.await(grip.launch(request(null)).id(), Progress.NONE);
            assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
            undisturbed = grip.yields(run.id());
            dataset = work.export(grip, run.id());
        }
    }

    @AfterAll
    static void stop() {
        work.close();
    }

    @Test
    void everyRoundKeepsTheNoveltyFloorAndAllAreMade() {
        Map<Integer, List<RoundYield>> rounds = undisturbed.stream().collect(Collectors.groupingBy(RoundYield::round));

        assertThat(rounds.keySet()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rounds.values()).allSatisfy(round -> {
            long all = round.stream().mapToLong(RoundYield::combinations).sum();
            long known = round.stream()
                    .filter(kind -> kind.kind().equals("ONE_HOP"))
                    .mapToLong(RoundYield::combinations)
                    .sum();
            assertThat(all).isEqualTo(20);
            assertThat((double) known / all).isLessThanOrEqualTo(1 - NOVELTY);
        });
        assertThat(undisturbed).allSatisfy(kind -> assertThat(kind.done()).isEqualTo(kind.combinations()));
    }

    @Test
    void aSteeredRunBrokenOffAndCarriedOutAtAnotherPaceIsTheSame() throws Exception {
        work.begin(Duration.ofMillis(15));
        String id;
        try (Grip grip = work.open(
                Map.of("combinations.min-implicit-weight", "1", "pipeline.calls", "3", "pipeline.slice", "5"))) {
            id = grip.launch(request(null)).id();
            until(() -> work.asked() > 150);
        }
        assertThat(work.state(id)).isEqualTo(RunState.PAUSED);
        try (Grip grip = work.open(Map.of("combinations.min-implicit-weight", "1", "pipeline.calls", "16"))) {
            RunStatus run = grip.await(grip.resume(id).id(), Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(grip.yields(id)).isEqualTo(undisturbed);
            assertThat(work.export(grip, id)).isEqualTo(dataset);
        }
    }

    @Test
    void aSteeredRunSaysWhatCameOfItsRegions() {
        assertThat(undisturbed).extracting(RoundYield::region).doesNotContainNull();
        assertThat(undisturbed.stream().map(RoundYield::region).distinct())
                .anySatisfy(region -> assertThat(region).startsWith("around "))
                .contains(Regions.BETWEEN);
        assertThat(undisturbed.stream().mapToLong(RoundYield::combinations).sum())
                .isEqualTo(LIMIT);
    }

    @Test
    void aSteeredRunWithoutALimitMakesAllThereAreOnce() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            CombinationSpec all = CombinationSpec.of(List.of(Kind.ONE_HOP), null, null);
            long there = work.count("MATCH (:KnowledgePoint)-[edge:CO_OCCURS]->() RETURN count(edge)");
            RunRequest steered = RunRequest.of(all.steered(new Steering(NOVELTY, null)));
            RunStatus run = grip.await(grip.launch(steered).id(), Progress.NONE);

            assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
            assertThat(run.done()).isEqualTo(there).isGreaterThan(50);
            assertThat(work.count("MATCH (c:Combination) RETURN count(c)")).isEqualTo(there);
            assertThat(run.notice()).isNull();
        }
    }

    @Test
    void aSteeredRunWhoseRegionsAreOthersNowFinishesWhatWasPlannedAndSaysWhy() throws Exception {
        work.begin(Duration.ofMillis(15));
        String id;
        try (Grip grip = work.open(Map.of("combinations.min-implicit-weight", "1"))) {
            id = grip.launch(request(null)).id();
            until(() -> work.asked() > 50);
        }
        work.answersTake(Duration.ZERO);
        work.count("MATCH (run:Run) SET run.cursor = replace(run.cursor, '\"regions\":\"', '\"regions\":\"f')"
                + " RETURN count(run)");
        try (Grip grip = work.open(Map.of("combinations.min-implicit-weight", "1"))) {
            RunStatus run = grip.await(grip.resume(id).id(), Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.notice()).contains("the regions of the KPRG that steer it are others now");
            assertThat(run.done()).isLessThan(LIMIT).isPositive();
        }
    }

    @Test
    void aSampledSteeredRunTakesEachCombinationOnce() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of("combinations.min-implicit-weight", "1"))) {
            RunStatus run = grip.await(grip.launch(request(5L)).id(), Progress.NONE);

            assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
            assertThat(run.done()).isEqualTo(LIMIT);
            assertThat(work.count("MATCH (c:Combination) RETURN count(c)")).isEqualTo(LIMIT);
        }
    }

    @Test
    void aRunThatIsNotSteeredReportsItsKindsAndAMixCannotBeSteered() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            RunRequest plain = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 8, null));
            RunStatus run = grip.await(grip.launch(plain).id(), Progress.NONE);

            assertThat(grip.yields(run.id())).containsExactly(new RoundYield(0, "ONE_HOP", null, 8, 8, run.accepted()));
            assertThatThrownBy(() -> grip.yields("none")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(
                        () -> CombinationSpec.of(Map.of(Kind.ONE_HOP, 3), null).steered(new Steering(0.5, null)))
                .hasMessageContaining("leave out mix");
    }

    private static RunRequest request(@org.jspecify.annotations.Nullable Long seed) {
        return RunRequest.of(CombinationSpec.of(List.of(), LIMIT, seed).steered(new Steering(NOVELTY, null)));
    }
}
