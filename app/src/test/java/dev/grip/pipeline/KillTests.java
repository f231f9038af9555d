package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * {@code kill -9} at random points of runs: whatever dies, nothing is lost, nothing is made twice, and the export is that of a run
 * which nobody disturbed. {@code -Dgrip.kills=100} kills each so often, {@code -Dgrip.kills.seed} repeats the choice of points.
 */
@SuppressWarnings("NullAway.Init")
class KillTests {

    private static final int COMBINATIONS = 60;
    private static final int AT_ONCE = 8;
    /** A kill comes after at most so many more answers are stored. */
    private static final int GAP = 45;

    private static final Duration SLOW = Duration.ofMillis(20);
    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), COMBINATIONS, null));
    private static final long SEED = Long.getLong("grip.kills.seed", System.currentTimeMillis());

    @TempDir
    static Path data;

    static EmbeddedNeo4j neo4j;
    static Driver driver;
    static RunsAtWork work;
    static Undisturbed undisturbed;

    private final Random random = new Random(SEED);

    /** What a run makes that nobody disturbs. */
    record Undisturbed(List<String> made, Map<String, String> export) {}

    /** Something that dies. */
    private interface Victim {

        /** Begins the run, or lets it go on after {@link #kill}. */
        void live() throws Exception;

        void kill() throws Exception;

        /** Whether the run has ended, so that there is nothing left to disturb. */
        boolean ended();
    }

    @BeforeAll
    static void prepare() throws Exception {
        neo4j = EmbeddedNeo4j.start(Neo4jExtension.quick(EmbeddedSettings.in(data.resolve("neo4j"))
                .withHome(Neo4jExtension.home())
                .withPorts(0, 0)));
        driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
        work = new RunsAtWork(neo4j, driver, data);
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.accepted()).isPositive();
            undisturbed = new Undisturbed(work.made(), work.export(grip, run.id()));
            work.remember();
        }
    }

    @AfterAll
    static void stop() {
        if (work != null) {
            work.close();
        }
        if (driver != null) {
            driver.close();
        }
        if (neo4j != null) {
            neo4j.close();
        }
    }

    @Test
    void aWorkerKilledAtRandomPointsLosesOnlyCallsInFlight() throws Exception {
        suffer(Integer.getInteger("grip.kills", 20), AT_ONCE, new WorkerProcess());
    }

    @Test
    void aDatabaseKilledAtRandomPointsComesBackAndTheRunGoesOnByItself() throws Exception {
        suffer(Integer.getInteger("grip.kills", 5), 0, new Database());
    }

    @Test
    void aModelServerKilledAtRandomPointsIsWaitedFor() throws Exception {
        try (ModelProcess model = new ModelProcess("rehearsal/Qwen2.5-Math-7B-Instruct", SLOW, data)) {
            work.servedBy("rehearsal/Qwen2.5-Math-7B-Instruct", model.url());
            suffer(Integer.getInteger("grip.kills", 5), 0, new ModelServer(model));
        } finally {
            work.servedByItself();
        }
    }

    @Test
    void aWorkerAndTheDatabaseKilledAtOnceLoseOnlyCallsInFlight() throws Exception {
        Database database = new Database();
        suffer(Integer.getInteger("grip.kills", 3), AT_ONCE, new WorkerProcess() {
            @Override
            public void kill() throws Exception {
                long before = neo4j.pid();
                ProcessHandle.of(before).orElseThrow().destroyForcibly();
                super.kill();
                database.awaitAnother(before);
            }
        });
    }

    /** Runs, one after the other, until the victim has been killed so often; each kill may have {@code again} calls paid again. */
    private void suffer(int kills, int again, Victim victim) throws Exception {
        int left = kills;
        for (int runs = 1; left > 0; runs++) {
            work.begin(SLOW);
            int killed = disturb(left, victim);
            String when = "seed " + SEED + ", run " + runs + " with " + killed + " kills, " + (left - killed) + " left";
            left -= killed;
            until(victim::ended);
            check(when, (long) killed * again);
        }
    }

    /** Kills and lets live again until the run has ended, or so often. */
    private int disturb(int most, Victim victim) throws Exception {
        victim.live();
        for (int killed = 0; killed < most; killed++) {
            long point = work.stored() + 1 + random.nextInt(GAP);
            until(() -> work.stored() >= point || victim.ended());
            if (victim.ended()) {
                return killed;
            }
            victim.kill();
            victim.live();
        }
        return most;
    }

    private static void check(String when, long again) throws Exception {
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.runs().get(0);
            assertThat(run.state()).as(when + ": " + run).isEqualTo(RunState.DONE);
            assertThat(run.done()).as(when).isEqualTo(COMBINATIONS);
            assertThat(work.made()).as(when).isEqualTo(undisturbed.made());
            assertThat(work.export(grip, run.id())).as(when).isEqualTo(undisturbed.export());
        }
        assertThat(work.paidAgain()).as("%s: calls paid again", when).isLessThanOrEqualTo(again);
    }

    /** {@code grip run} in a process of its own, started again by the same command. */
    private static class WorkerProcess implements Victim {

        private @Nullable Process process;

        @Override
        public void live() throws Exception {
            process = work.start(List.of("run", "--kinds", "ONE_HOP", "--limit", Integer.toString(COMBINATIONS)));
        }

        @Override
        public void kill() throws Exception {
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
        }

        @Override
        public boolean ended() {
            return process != null && !process.isAlive();
        }
    }

    /** A run in this process, which sees what dies around it. */
    private abstract static class Here implements Victim {

        private @Nullable Grip grip;
        private String run = "";

        @Override
        public void live() throws Exception {
            if (grip == null) {
                grip = work.open(Map.of());
                run = grip.launch(REQUEST).id();
            }
        }

        @Override
        public boolean ended() {
            if (grip != null && work.state(run).ended()) {
                grip.close();
                grip = null;
            }
            return grip == null;
        }
    }

    private static final class Database extends Here {

        @Override
        public void kill() throws Exception {
            long before = neo4j.pid();
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            awaitAnother(before);
        }

        void awaitAnother(long before) throws InterruptedException {
            until(() -> neo4j.pid() != before);
        }
    }

    private static final class ModelServer extends Here {

        private final ModelProcess model;

        ModelServer(ModelProcess model) {
            this.model = model;
        }

        @Override
        public void kill() throws Exception {
            model.kill();
            model.restart();
        }
    }
}
