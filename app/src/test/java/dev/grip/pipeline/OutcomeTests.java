package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * What becomes of a run when its database has no room or takes no writes, or its process no memory: nothing is lost, and in the end
 * the dataset is that of a run which nobody disturbed.
 */
@SuppressWarnings("NullAway.Init")
class OutcomeTests {

    private static final int COMBINATIONS = 60;
    private static final Duration SLOW = Duration.ofMillis(40);
    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), COMBINATIONS, null));

    @TempDir
    static Path data;

    static @Nullable TinyDisk disk;
    static EmbeddedNeo4j neo4j;
    static Driver driver;
    static RunsAtWork work;
    static Map<String, String> undisturbed;

    @BeforeAll
    static void prepare() throws Exception {
        Path folder = data.resolve("disk");
        disk = TinyDisk.possible(folder) ? TinyDisk.mount(folder, 256) : null;
        neo4j = start(0, 0, Map.of());
        driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
        work = new RunsAtWork(neo4j, driver, Files.createDirectories(data.resolve("work")));
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            undisturbed = work.export(grip, run.id());
            work.remember();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        work.close();
        driver.close();
        neo4j.close();
        if (disk != null) {
            disk.close();
        }
    }

    /** Also when a test failed before it did so itself: Neo4j stays down without room. */
    @AfterEach
    void makeRoom() throws IOException {
        if (disk != null) {
            disk.empty();
        }
    }

    private static EmbeddedNeo4j start(int bolt, int http, Map<String, String> configuration) {
        return EmbeddedNeo4j.start(Neo4jExtension.quick(EmbeddedSettings.in(data.resolve("disk/neo4j"))
                .withHome(Neo4jExtension.home())
                .withPorts(bolt, http)
                .withConfiguration(configuration)));
    }

    private static TinyDisk tinyDisk() {
        assumeTrue(disk != null, "only who may mount can have a disk of its own to fill");
        return Objects.requireNonNull(disk);
    }

    @Test
    void aFullDiskStopsARunUntilThereIsRoom() throws Exception {
        TinyDisk full = tinyDisk();
        work.begin(SLOW);
        try (Grip grip = work.open(Map.of())) {
            String run = grip.launch(REQUEST).id();
            until(() -> work.stored() > 20);
            long before = neo4j.pid();
            full.fill();
            until(work::standsStill);
            assertThat(work.asked()).isLessThan(work.needed() / 2);
            assertThatThrownBy(() -> work.stored())
                    .as("Neo4j does not even read after that, or is stopped already and waits for room")
                    .isInstanceOf(Neo4jException.class);
            full.empty();

            assertFinishesUndisturbed(grip, run);
            assertThat(neo4j.pid()).as("it had to be restarted").isNotEqualTo(before);
        }
    }

    @Test
    void aDatabaseThatIsStoppedAfterItsDiskWasFullLosesNothing() throws Exception {
        TinyDisk full = tinyDisk();
        work.begin(Duration.ZERO);
        work.count("UNWIND range(1, 1000) AS i CREATE (:Slice {id: 'kept' + i}) RETURN count(*)");
        full.fill();
        assertThatThrownBy(
                        () -> work.count("UNWIND range(1, 9000) AS i CREATE (:Slice {id: 'none' + i}) RETURN count(*)"))
                .isInstanceOf(Neo4jException.class);
        full.empty();
        restart(Map.of());

        assertThat(work.count("MATCH (s:Slice) RETURN count(s)")).isEqualTo(1000);
    }

    @Test
    void aProcessThatRunsOutOfMemoryFailsItsRunOrEndsAndTheNextOneFinishesIt() throws Exception {
        work.begin(SLOW);
        try (PaddingProxy huge = new PaddingProxy(work.seat("judge-3").url(), 12, 30)) {
            work.servedBy(work.seat("judge-3").model(), huge.url());
            Process worker = work.start(
                    List.of("-Xmx72m"),
                    List.of("run", "--kinds", "ONE_HOP", "--limit", Integer.toString(COMBINATIONS), "--json"));
            assertThat(worker.waitFor(5, TimeUnit.MINUTES)).as(work.printed()).isTrue();
            assertThat(worker.exitValue()).as(work.printed()).isNotZero();
            assertThat(work.printed()).containsIgnoringCase("memory");
            assertThat(work.stored()).isPositive();
        } finally {
            work.servedByItself();
        }
        try (Grip grip = work.open(Map.of())) {
            String run = work.onlyRun();
            grip.resume(run);
            RunStatus ended = grip.await(run, Progress.NONE);
            assertThat(ended.state()).isEqualTo(RunState.DONE);
            assertThat(work.export(grip, run)).isEqualTo(undisturbed);
        }
    }

    @Test
    void aDatabaseThatIsReadOnlyStopsARunUntilItTakesWrites() throws Exception {
        work.begin(SLOW);
        try (Grip grip = work.open(Map.of())) {
            String run = grip.launch(REQUEST).id();
            until(() -> work.stored() > 20);
            restart(Map.of("server.databases.default_to_read_only", "true"));
            until(work::standsStill);
            long stored = work.stored();
            assertThatThrownBy(() -> work.count("CREATE (n:Written) RETURN 1")).isInstanceOf(Neo4jException.class);
            assertThat(work.asked()).isLessThan(work.needed() / 2);
            assertThat(grip.run(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            assertThat(work.stored()).isEqualTo(stored);
            restart(Map.of());

            assertFinishesUndisturbed(grip, run);
        }
    }

    private static void restart(Map<String, String> configuration) {
        EmbeddedNeo4j before = neo4j;
        before.close();
        neo4j = start(before.boltPort(), before.httpPort(), configuration);
    }

    private static void assertFinishesUndisturbed(Grip grip, String run) throws Exception {
        RunStatus ended = grip.await(run, Progress.NONE);
        assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.DONE);
        assertThat(ended.done()).isEqualTo(COMBINATIONS);
        assertThat(work.export(grip, run)).isEqualTo(undisturbed);
        assertThat(work.paidAgain()).as("what was answered is kept in memory").isZero();
    }
}
