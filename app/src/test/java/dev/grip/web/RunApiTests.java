package dev.grip.web;

import static dev.grip.pipeline.RunsAtWork.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.RunsAtWork;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs at work are paused, resumed and cancelled over HTTP, from every state in which that is possible. */
@Timeout(600)
@SuppressWarnings("NullAway.Init")
class RunApiTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Duration SLOW = Duration.ofMillis(100);
    private static final String REQUEST = "{\"kinds\": [\"ONE_HOP\"], \"limit\": 40}";
    private static final String OTHER = "{\"kinds\": [\"ONE_HOP\"], \"limit\": 30}";

    @TempDir
    private static Path data;

    private static RunsAtWork work;
    private static Grip grip;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        grip = work.open(Map.of());
        server = Server.start(grip, "127.0.0.1", 0);
        calls = new Calls(server.uri());
        String id = launch(REQUEST);
        until(() -> state(id).equals("DONE"));
        work.remember();
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
        work.close();
    }

    @Test
    void aRunAtWorkIsPausedAndGoesOnWhereItWas() throws Exception {
        work.begin(SLOW);
        String id = launch(REQUEST);
        until(() -> work.asked() > 10);
        assertThat(wish(id, "resume", 409)).contains("there is nothing to resume");
        assertThat(wish(id, "pause", 200)).containsAnyOf("PAUSING", "PAUSED");
        until(() -> state(id).equals("PAUSED"));
        long asked = work.asked();
        assertThat(wish(id, "pause", 200)).contains("PAUSED");
        assertThat(work.asked()).isEqualTo(asked);

        assertThat(wish(id, "resume", 200)).containsAnyOf("PLANNED", "RUNNING");
        until(() -> state(id).equals("DONE"));
        assertThat(work.asked()).isGreaterThan(asked);
        assertThat(work.paidAgain()).isZero();
        assertThat(wish(id, "pause", 409)).contains("is done");
    }

    @Test
    void aRunAtWorkIsCancelledAndCanStillBeTakenUpAgain() throws Exception {
        work.begin(SLOW);
        String id = launch(REQUEST);
        until(() -> work.asked() > 10);
        assertThat(wish(id, "cancel", 200)).containsAnyOf("CANCELLING", "CANCELLED");
        until(() -> state(id).equals("CANCELLED"));
        assertThat(run(id).get("endedAt").isNull()).isFalse();
        assertThat(wish(id, "pause", 409)).contains("is cancelled", "It can be resumed");

        work.answersTake(Duration.ZERO);
        wish(id, "resume", 200);
        until(() -> state(id).equals("DONE"));
        assertThat(work.paidAgain()).isZero();
    }

    @Test
    void aRunThatPausesOrIsPausedIsCancelled() throws Exception {
        work.begin(SLOW);
        String id = launch(REQUEST);
        until(() -> work.asked() > 10);
        wish(id, "pause", 200);
        wish(id, "cancel", 200);
        until(() -> state(id).equals("CANCELLED"));

        wish(id, "resume", 200);
        wish(id, "pause", 200);
        until(() -> state(id).equals("PAUSED"));
        assertThat(wish(id, "cancel", 200)).contains("CANCELLED");
    }

    @Test
    void aRunThatWaitsForItsTurnIsPausedAndCancelledAtOnce() throws Exception {
        work.begin(SLOW);
        String first = launch(REQUEST);
        String second = launch(OTHER);
        assertThat(state(second)).isEqualTo("PLANNED");
        wish(second, "pause", 200);
        until(() -> state(second).equals("PAUSED"));
        wish(second, "resume", 200);
        wish(second, "cancel", 200);
        until(() -> state(second).equals("CANCELLED"));
        assertThat(state(first)).isIn("PLANNED", "RUNNING");
        wish(first, "cancel", 200);
        until(() -> state(first).equals("CANCELLED"));
    }

    @Test
    void aRunThatFailedIsResumedAndCancelled() throws Exception {
        work.begin(SLOW);
        String id = launch(REQUEST);
        until(() -> work.asked() > 10);
        work.models().servers().forEach(server -> server.change(config -> config.withApiKey("changed")));
        until(() -> state(id).equals("FAILED"));
        assertThat(run(id).get("error").asText()).contains("401", "api-key");
        assertThat(wish(id, "pause", 409)).contains("is failed");
        assertThat(wish(id, "cancel", 200)).contains("CANCELLED");

        work.models().servers().forEach(server -> server.change(config -> config.withApiKey("")));
        work.answersTake(Duration.ZERO);
        until(() -> doneAfterAnotherResume(id));
        assertThat(run(id).get("error").isNull()).isTrue();
    }

    /** A server that refused the key is asked again only after half a minute; until then a resumed run fails again. */
    private static boolean doneAfterAnotherResume(String id) {
        String state = state(id);
        if (state.equals("FAILED") || state.equals("CANCELLED")) {
            wish(id, "resume", 200);
        }
        return state.equals("DONE");
    }

    private static String launch(String request) {
        HttpResponse<String> launched = calls.postJson("/api/v1/runs", request);
        assertThat(launched.statusCode()).as(launched.body()).isEqualTo(202);
        return Calls.json(launched).get("id").asText();
    }

    /** The answer to a wish. */
    private static String wish(String id, String what, int status) {
        HttpResponse<String> answer = calls.postJson("/api/v1/runs/" + id + "/" + what, "");
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static JsonNode run(String id) {
        return Calls.json(calls.get("/api/v1/runs/" + id));
    }

    private static String state(String id) {
        return run(id).get("state").asText();
    }
}
