package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Failure F23: the database goes away in the middle of a run. That a worker dies (F24) is in {@link KillTests}. */
@SuppressWarnings("NullAway.Init")
class OutageTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final int COMBINATIONS = 96;
    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), COMBINATIONS, 7L));
    /** Twice as long as the driver tries by itself and as a lease lasts. */
    private static final Duration OUTAGE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    private RunsAtWork work;

    @BeforeEach
    void prepare() throws IOException {
        work = new RunsAtWork(NEO4J, data);
        work.begin(Duration.ofMillis(30));
    }

    @AfterEach
    void stop() {
        work.close();
    }

    @Test
    void f23WhileTheDatabaseIsAwayNothingNewIsAskedAndNothingThatWasAnsweredIsLost() throws Exception {
        try (CuttableProxy proxy = new CuttableProxy(NEO4J.embedded().boltUri().getPort())) {
            try (Grip grip = work.open(Map.of("neo4j.uri", "bolt://127.0.0.1:" + proxy.port()))) {
                String run = grip.launch(REQUEST).id();
                CompletableFuture<RunStatus> follower = CompletableFuture.supplyAsync(() -> follow(grip, run));
                RunsAtWork.until(() -> stored() > 0);
                proxy.cut();
                long cut = System.nanoTime();
                RunsAtWork.until(work::standsStill);
                long asked = written().size();
                assertThat(asked).as("written when the database was away").isLessThan(COMBINATIONS);
                RunsAtWork.until(() -> System.nanoTime() - cut > OUTAGE.toNanos());
                assertThat(written()).hasSize((int) asked);
                proxy.mend();

                RunStatus ended = follower.get();

                assertThat(ended.state()).isEqualTo(RunState.DONE);
                assertThat(ended.problems()).isEqualTo(COMBINATIONS);
                assertThat(stored()).isEqualTo(COMBINATIONS);
                assertThat(written()).hasSize(COMBINATIONS).doesNotHaveDuplicates();
            }
        }
    }

    private long stored() {
        return work.count("MATCH (p:Problem) RETURN count(p)");
    }

    /** The request ids of problems that models were asked to write. */
    private List<String> written() {
        return work.models().servers().stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request -> request.body().contains("New Problem:"))
                .map(ReceivedRequest::id)
                .toList();
    }

    private static RunStatus follow(Grip grip, String run) {
        try {
            return grip.await(run, Progress.NONE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
