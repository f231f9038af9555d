package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Budget;
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

/** Runs that stop at a budget, by no more than what is in flight, and go on with a larger one. */
@SuppressWarnings("NullAway.Init")
class BudgetTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    /** Of {@link RunsAtWork#settings}: each has at most one call in flight. */
    private static final int AT_ONCE = 8;

    private static final RunRequest REQUEST = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 60, null));
    /** A token costs one. */
    private static final Map<String, String> PRICED = Map.of(
            "prices.models", "{default: {prompt-million: 1000000, completion-million: 1000000}}",
            "prices.currency", "tokens");

    @TempDir
    static Path data;

    static RunsAtWork work;
    static RunStatus undisturbed;
    static Spend needed;
    static Map<String, String> dataset;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        try (Grip grip = work.open(PRICED)) {
            undisturbed = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            needed = grip.spend(undisturbed.id()).orElseThrow();
            dataset = work.export(grip, undisturbed.id());
            work.remember();
        }
    }

    @AfterAll
    static void stop() {
        work.close();
    }

    @Test
    void aRunStopsAtItsNumberOfRowsAndGoesOnWithMore() throws Exception {
        work.begin(Duration.ofMillis(10));
        try (Grip grip = work.open(Map.of())) {
            RunStatus first = carryOut(grip, Budget.of(null, null, 4L));

            assertThat(first.state()).isEqualTo(RunState.PAUSED);
            assertThat(first.id()).as("the budget is no part of the run").isEqualTo(undisturbed.id());
            assertThat(first.accepted()).isBetween(4L, 3L + AT_ONCE);
            assertThat(first.notice())
                    .startsWith("Stopped at its budget: it has ")
                    .contains("accepted rows of 4.", "grip run --resume " + first.id() + " --target-rows 8");

            long asked = work.asked();
            RunStatus again = carryOut(grip, Budget.NONE);
            assertThat(again.state()).as("the same budget").isEqualTo(RunState.PAUSED);
            assertThat(work.asked()).isEqualTo(asked);
        }
        try (Grip elsewhere = work.open(Map.of())) {
            RunStatus more = elsewhere.await(
                    elsewhere
                            .resume(undisturbed.id(), Budget.of(null, null, 9L))
                            .id(),
                    Progress.NONE);
            assertThat(more.state()).isEqualTo(RunState.PAUSED);
            assertThat(more.accepted()).isBetween(9L, 8L + AT_ONCE);

            RunStatus end = carryOut(elsewhere, Budget.of(null, null, 1000L));
            assertThat(end.state()).isEqualTo(RunState.DONE);
            assertThat(end.notice()).isNull();
            assertThat(end.accepted()).isEqualTo(undisturbed.accepted());
            assertThat(work.paidAgain()).isZero();
            assertThat(work.export(elsewhere, end.id())).isEqualTo(dataset);
        }
    }

    @Test
    void aRunStopsAtItsCostButForTheCallsInFlight() throws Exception {
        work.begin(Duration.ofMillis(10));
        try (Grip grip = work.open(PRICED)) {
            double half = (needed.promptTokens() + needed.completionTokens()) / 2.0;
            RunStatus run = carryOut(grip, Budget.of(half, null, null));
            Spend spend = grip.spend(run.id()).orElseThrow();

            assertThat(run.state()).isEqualTo(RunState.PAUSED);
            assertThat(run.notice()).contains("it has cost", "tokens of", "--max-cost");
            double largest = work.count("MATCH (s:Slice) UNWIND range(0, size(coalesce(s.spendCalls, [])) - 1) AS i"
                    + " WITH s.spendPromptTokens[i] + s.spendCompletionTokens[i] AS tokens RETURN max(tokens)");
            assertThat(spend.cost()).isGreaterThanOrEqualTo(half).isLessThan(half + AT_ONCE * largest);

            RunStatus end = carryOut(grip, Budget.of(half * 4, null, null));
            assertThat(end.state()).isEqualTo(RunState.DONE);
            assertThat(grip.spend(end.id()).orElseThrow().calls()).isEqualTo(needed.calls());
        }
    }

    @Test
    void aRunStopsAfterItsTimeAndWhatIsLeftIsDoneLater() throws Exception {
        work.begin(Duration.ofMillis(300));
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = carryOut(grip, Budget.of(null, "1s", null));

            assertThat(run.state()).isEqualTo(RunState.PAUSED);
            assertThat(run.notice()).contains("it has been carried out for", "s of 1s", "--max-time 2s");
            assertThat(grip.spend(run.id()).orElseThrow().seconds()).isGreaterThanOrEqualTo(1);
            work.answersTake(Duration.ZERO);
            assertThat(carryOut(grip, Budget.of(null, "2d", null)).state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void aBudgetThatIsReachedWithTheLastCallLeavesTheRunDone() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(PRICED)) {
            double all = needed.promptTokens() + needed.completionTokens();
            assertThat(carryOut(grip, Budget.of(all, null, null)).state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void aCostWithoutPricesIsRefusedBeforeAnythingIsStarted() {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            assertThatThrownBy(() -> grip.launch(REQUEST, Budget.of(1.0, null, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("max-cost needs prices")
                    .hasMessageContaining("rehearsal/Qwen2.5-32B-Instruct")
                    .hasMessageContaining("prices.models");
            assertThat(grip.runs()).isEmpty();
        }
    }

    private static RunStatus carryOut(Grip grip, Budget budget) throws InterruptedException {
        return grip.await(grip.launch(REQUEST, budget).id(), Progress.NONE);
    }
}
