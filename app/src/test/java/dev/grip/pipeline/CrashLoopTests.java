package dev.grip.pipeline;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run with which every process dies, such as for lack of memory, while something starts the server again and again. */
@SuppressWarnings("NullAway.Init")
class CrashLoopTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Duration NEVER = Duration.ofHours(1);
    private static final RunRequest DEADLY = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 12, null));
    private static final RunRequest WAITING = RunRequest.of(CombinationSpec.of(List.of(Kind.TWO_HOP), 4, null));

    @TempDir
    private Path data;

    private RunsAtWork work;

    @BeforeEach
    void prepare() throws IOException {
        work = new RunsAtWork(NEO4J, data);
        work.begin(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        work.close();
    }

    @Test
    void aRunThatKillsEveryProcessIsTakenOverThreeTimesAndThenWaitsForAPerson() throws Exception {
        String deadly;
        String waiting;
        try (Grip grip = work.open(Map.of())) {
            deadly = grip.launch(DEADLY).id();
            waiting = grip.launch(WAITING).id();
            until(() -> work.asked() > 0);
        }
        work.answersTake(NEVER);
        work.leave(deadly, RunState.RUNNING);
        work.leave(waiting, RunState.PLANNED);
        for (int takenOver = 1; takenOver <= 3; takenOver++) {
            long asked = work.asked();
            Process server = work.start(List.of("serve", "--port", "0"));
            until(() -> (work.asked() > asked && goesOn(waiting)) || !server.isAlive());
            assertThat(server.isAlive()).as(work.printed()).isTrue();
            server.destroyForcibly().waitFor();
        }

        work.answersTake(Duration.ZERO);
        Process server = work.start(List.of("serve", "--port", "0"));
        until(() -> (work.state(deadly).ended() && work.state(waiting).ended()) || !server.isAlive());
        assertThat(work.state(waiting))
                .as("it only waited for its turn: %s", work.printed())
                .isEqualTo(RunState.DONE);
        assertThat(work.state(deadly)).as(work.printed()).isEqualTo(RunState.FAILED);
        assertThat(work.printed()).contains("died: it is failed now");
        server.destroyForcibly().waitFor();

        try (Grip grip = work.open(Map.of())) {
            assertThat(grip.run(deadly).map(RunStatus::error).orElseThrow())
                    .contains("taken over 3 times", "'grip run --resume " + deadly + "'");
            grip.resume(deadly);
            RunStatus end = grip.await(deadly, Progress.NONE);
            assertThat(end.state()).isEqualTo(RunState.DONE);
            assertThat(end.error()).isNull();
        }
    }

    private boolean goesOn(String run) {
        return work.printed().lines().anyMatch(line -> line.contains(run) && line.contains("died: it goes on here"));
    }
}
