package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.ChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A chat model behind a real HTTP server that answers each question by its text, for tests of the stages. */
public final class ScriptedModel implements AutoCloseable {

    /** What to say: an HTTP status, and for 200 a text and how it ends. */
    public record Said(int status, String text, String finish) {
        public static Said whole(String text) {
            return new Said(200, text, "stop");
        }

        public static Said cut(String text) {
            return new Said(200, text, "length");
        }

        public static Said refused() {
            return new Said(400, "", "");
        }
    }

    /** A server that is away stays away in these tests. */
    private static final RetryPolicy IMPATIENT =
            new RetryPolicy(4, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(200));

    private final FakeModelServer server;
    private final FleetConnection client = FleetPolicies.fleet(IMPATIENT, Tempo.SYSTEM);
    private final Endpoint endpoint;

    /** {@code answer} gets the user's first message; a request to answer again brings it again. */
    public ScriptedModel(String name, double weight, boolean rehearsal, Function<String, Said> answer) {
        server = new FakeModelServer()
                .listing(200, FakeModelServer.models(name, rehearsal ? "rehearsal" : "vllm"))
                .answeringEach(received -> probing(received)
                        ? scripted(Said.refused())
                        : scripted(answer.apply(question(received.body()))));
        endpoint = Endpoint.judge(name, server.url(), name, weight);
    }

    /** A model of weight 1 that is no rehearsal and always ends its answers. */
    public static ScriptedModel saying(String name, Function<String, String> answer) {
        return new ScriptedModel(name, 1, false, question -> Said.whole(answer.apply(question)));
    }

    public ChatModel chat() {
        return client.chatModel(endpoint);
    }

    /** The users' messages so far. */
    public List<String> asked() {
        return sent().stream().map(ScriptedModel::question).toList();
    }

    /** Everything that was sent so far. */
    public List<String> sent() {
        return server.posts().stream()
                .filter(received -> !probing(received))
                .map(FakeModelServer.Received::body)
                .toList();
    }

    private static FakeModelServer.Scripted scripted(Said said) {
        if (said.status() != 200) {
            return new FakeModelServer.Scripted(
                    said.status(), "{\"error\":{\"message\":\"this question cannot be answered\"}}", Map.of());
        }
        String content = Json.MAPPER.getNodeFactory().textNode(said.text()).toString();
        return new FakeModelServer.Scripted(200, FakeModelServer.completion(content, said.finish()), Map.of());
    }

    private static boolean probing(FakeModelServer.Received received) {
        return received.requestId().startsWith("probe-");
    }

    /** The first message of the user: what comes later repeats the question. */
    private static String question(String body) {
        try {
            JsonNode messages = Json.MAPPER.readTree(body).path("messages");
            for (JsonNode message : messages) {
                if (message.path("role").asText().equals("user")) {
                    return message.path("content").asText();
                }
            }
            throw new IllegalStateException("No user speaks in " + body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
