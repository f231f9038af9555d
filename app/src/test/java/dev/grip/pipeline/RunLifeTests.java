package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunConflictException;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are paused, cancelled, resumed, extended, taken over, and surprised by a change of their graph. Those killed: {@link KillTests}. */
@SuppressWarnings("NullAway.Init")
class RunLifeTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final int COMBINATIONS = 60;
    private static final Duration SLOW = Duration.ofMillis(60);
    private static final RunRequest REQUEST = request(COMBINATIONS, Kind.ONE_HOP);

    @TempDir
    static Path data;

    static RunsAtWork work;
    static Map<String, String> undisturbed;
    static long epoch;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = carryOut(grip, REQUEST);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.accepted()).isPositive();
            undisturbed = work.export(grip, run.id());
            epoch = work.count("MATCH (kprg:Kprg) RETURN kprg.epoch");
            work.remember();
        }
    }

    @AfterAll
    static void stop() {
        work.close();
    }

    /** One test changes it, and the run on another graph is another run. */
    @BeforeEach
    void theGraphIsTheSame() {
        work.count("MATCH (kprg:Kprg) SET kprg.epoch = " + epoch + " RETURN kprg.epoch");
    }

    @Test
    void aRunThatIsLaunchedTwiceAtTheSameTimeIsCarriedOutOnce() throws Exception {
        work.begin(SLOW);
        try (Grip grip = work.open(Map.of())) {
            var start = new CountDownLatch(1);
            List<CompletableFuture<String>> launches = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                        awaitStart(start);
                        return grip.launch(REQUEST).id();
                    }))
                    .limit(4)
                    .toList();
            start.countDown();
            for (CompletableFuture<String> launch : launches) {
                RunStatus run = grip.await(launch.get(), Progress.NONE);
                assertThat(run.state()).isEqualTo(RunState.DONE);
                assertThat(run.done()).isEqualTo(COMBINATIONS);
            }
            assertThat(work.paidAgain()).isZero();
            assertThat(work.count("MATCH (run:Run) RETURN run.term")).isEqualTo(1);
        }
    }

    @Test
    void aClockThatJumpsAheadMayMoveARunToAnotherProcessButLosesNothing() throws Exception {
        work.begin(SLOW);
        try (Grip here = work.open(Map.of());
                Grip elsewhere = work.open(Map.of())) {
            String id = here.launch(REQUEST).id();
            until(() -> work.asked() > 40);
            until(() -> takenOverAfterAJump(elsewhere, id));
            assertThat(elsewhere.await(id, Progress.NONE).state()).isEqualTo(RunState.DONE);
            here.await(id, Progress.NONE);

            assertThat(work.state(id)).as("the first one has no say any more").isEqualTo(RunState.DONE);
            assertThat(work.export(elsewhere, id)).isEqualTo(undisturbed);
        }
    }

    @Test
    void aServerTakesOverWhatDeadProcessesLeft() throws Exception {
        work.begin(SLOW);
        Process dying = work.start(List.of("run", "--kinds", "ONE_HOP", "--limit", Integer.toString(COMBINATIONS)));
        until(() -> work.asked() > 40 || !dying.isAlive());
        dying.destroyForcibly().waitFor();
        String id = work.onlyRun();
        assertThat(work.state(id)).as(work.printed()).isEqualTo(RunState.RUNNING);
        Process server = work.start(List.of("serve", "--port", "0"));
        until(() -> work.state(id) == RunState.DONE || !server.isAlive());
        assertThat(work.state(id)).as(work.printed()).isEqualTo(RunState.DONE);

        work.leave(id, RunState.PAUSING);
        until(() -> work.printed().contains("died: it is paused now") || !server.isAlive());
        work.leave(id, RunState.CANCELLING);
        until(() -> work.printed().contains("died: it is cancelled now") || !server.isAlive());
        server.destroy();
        server.waitFor();
        assertThat(work.printed())
                .contains(
                        "Run " + id + " was running when process " + dying.pid() + " on ",
                        "died: it goes on here",
                        "died: it is paused now",
                        "died: it is cancelled now");
        try (Grip grip = work.open(Map.of())) {
            assertThat(work.export(grip, id)).isEqualTo(undisturbed);
        }
    }

    /** Not if the first process has said again that it is there between the two. */
    private static boolean takenOverAfterAJump(Grip grip, String id) {
        work.count("MATCH (run:Run) SET run.leaseUntil = run.leaseUntil - 3600000 RETURN 0");
        try {
            grip.resume(id);
            return true;
        } catch (RunConflictException kept) {
            return false;
        }
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunIsPausedResumedAndCancelledFromAnotherProcess() throws Exception {
        work.begin(SLOW);
        try (Grip here = work.open(Map.of());
                Grip elsewhere = work.open(Map.of())) {
            String id = here.launch(REQUEST).id();
            until(() -> work.asked() > 20);
            assertThatThrownBy(() -> elsewhere.launch(REQUEST))
                    .as("a second coordinator")
                    .isInstanceOf(RunConflictException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());

            assertThat(elsewhere.pause(id).state()).isIn(RunState.PAUSING, RunState.PAUSED);
            assertThat(here.await(id, Progress.NONE).state()).isEqualTo(RunState.PAUSED);
            long asked = work.asked();
            long done = here.run(id).orElseThrow().done();
            assertThat(done).isLessThan(COMBINATIONS);

            assertThat(elsewhere.resume(id).state()).isIn(RunState.PLANNED, RunState.RUNNING);
            until(() -> work.asked() > asked + 20);
            assertThat(elsewhere.run(id).orElseThrow().done()).isGreaterThanOrEqualTo(done);
            here.cancel(id);
            assertThat(elsewhere.await(id, Progress.NONE).state()).isEqualTo(RunState.CANCELLED);
            assertThat(work.paidAgain()).isZero();
            assertThatThrownBy(() -> here.pause(id))
                    .isInstanceOf(RunConflictException.class)
                    .hasMessageContaining("is cancelled")
                    .hasMessageContaining("It can be resumed");

            RunStatus end = carryOut(here, REQUEST);
            assertThat(end.id()).isEqualTo(id);
            assertThat(end.state()).isEqualTo(RunState.DONE);
            assertThat(work.paidAgain()).isZero();
        }
    }

    @Test
    void theCommandLinePausesAndResumesWhatAnotherProcessCarriesOut() throws Exception {
        work.begin(Duration.ofSeconds(2));
        try (Grip grip = work.open(Map.of())) {
            String id = grip.launch(REQUEST).id();
            until(() -> work.asked() > 10);
            Process pause = work.start(List.of("pause", id));
            assertThat(pause.waitFor()).as(work.printed()).isZero();
            assertThat(grip.await(id, Progress.NONE).state()).isEqualTo(RunState.PAUSED);
            Process end = work.start(List.of("cancel", id));
            assertThat(end.waitFor()).as(work.printed()).isZero();
            assertThat(work.state(id)).isEqualTo(RunState.CANCELLED);

            work.answersTake(Duration.ZERO);
            Process resume = work.start(List.of("resume", id));
            assertThat(resume.waitFor()).as(work.printed()).isZero();
            assertThat(work.state(id)).isEqualTo(RunState.DONE);
            Process cancel = work.start(List.of("cancel", id));
            assertThat(cancel.waitFor()).isEqualTo(1);
            assertThat(work.printed()).contains("grip: Run '" + id + "' is done");
            assertThat(work.paidAgain()).isZero();
        }
    }

    @Test
    void anotherConfigurationThatAltersDataIsRefusedWithTheDifferenceAndOneThatDoesNotIsAccepted() throws Exception {
        work.begin(SLOW);
        String id;
        try (Grip grip = work.open(Map.of())) {
            id = grip.launch(REQUEST).id();
            until(() -> work.asked() > 20);
        }
        assertThat(work.state(id)).as("a process that ends in order").isEqualTo(RunState.PAUSED);
        try (Grip other = work.open(Map.of("judging.problem-threshold", "0.5"))) {
            assertThatThrownBy(() -> other.resume(id))
                    .isInstanceOf(RunConflictException.class)
                    .hasMessageContaining("judging.problem-threshold was 0.85 and is 0.5");
        }
        try (Grip faster = work.open(Map.of("pipeline.calls", "20", "pipeline.slice", "7"))) {
            assertThat(faster.await(faster.resume(id).id(), Progress.NONE).state())
                    .isEqualTo(RunState.DONE);
        }
        assertThat(work.paidAgain()).isZero();
    }

    @Test
    void extendingAFinishedRunDoesOnlyTheNewPart() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip grip = work.open(Map.of())) {
            carryOut(grip, request(20, Kind.ONE_HOP));
            carryOut(grip, request(30, Kind.ONE_HOP));
            RunStatus more = carryOut(grip, request(40, Kind.ONE_HOP, Kind.COMMUNITY));

            assertThat(more.problems()).isEqualTo(40);
            assertThat(work.paidAgain()).isZero();
            assertThat(work.count("MATCH (p:Problem) RETURN count(p)")).isEqualTo(50);
        }
    }

    @Test
    void anotherThresholdUsesTheSameVotesAndEachRunKeepsItsOwnDataset() throws Exception {
        work.begin(Duration.ZERO);
        try (Grip strict = work.open(Map.of());
                Grip lenient = work.open(Map.of("judging.problem-threshold", "0.1"))) {
            RunStatus first = carryOut(strict, REQUEST);
            Map<String, String> before = work.export(strict, first.id());
            RunStatus second = carryOut(lenient, REQUEST);

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.problemsPassed()).isGreaterThan(first.problemsPassed());
            assertThat(work.paidAgain()).isZero();
            assertThat(work.export(strict, first.id())).isEqualTo(before);
        }
    }

    @Test
    void aGraphThatChangesUnderARunEndsItsPlanningOrTheRun() throws Exception {
        work.begin(SLOW);
        Map<String, String> little = Map.of("pipeline.plan-ahead", "8");
        try (Grip finishing = work.open(little)) {
            String id = finishing.launch(all()).id();
            until(() -> work.asked() > 20);
            work.count("MATCH (kprg:Kprg) SET kprg.epoch = kprg.epoch + 1 RETURN kprg.epoch");
            RunStatus run = finishing.await(id, Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.notice()).contains("changed under this run");
            assertThat(run.done()).isEqualTo(run.combinations()).isPositive();
        }
        work.begin(SLOW);
        try (Grip stopping = work.open(Map.of("pipeline.plan-ahead", "8", "pipeline.on-graph-change", "stop"))) {
            String id = stopping.launch(all()).id();
            until(() -> work.asked() > 20);
            work.count("MATCH (kprg:Kprg) SET kprg.epoch = kprg.epoch + 1 RETURN kprg.epoch");
            RunStatus run = stopping.await(id, Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.error()).contains("changed under this run", "pipeline.on-graph-change");
            assertThatThrownBy(() -> stopping.resume(id)).isInstanceOf(RunConflictException.class);
        }
    }

    private static RunRequest all() {
        return RunRequest.of(
                new CombinationSpec(List.of(Kind.values()), null, null, null, 1.0, null, null, null, null));
    }

    private static RunRequest request(int limit, Kind... kinds) {
        return RunRequest.of(CombinationSpec.of(List.of(kinds), limit, null));
    }

    private static RunStatus carryOut(Grip grip, RunRequest request) throws InterruptedException {
        return grip.await(grip.launch(request).id(), Progress.NONE);
    }
}
