package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.ChatModel;
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

    private final FakeModelServer server;
    private final ModelServer client;

    /** {@code answer} gets the user's message. */
    public ScriptedModel(String name, double weight, boolean rehearsal, Function<String, Said> answer) {
        server = new FakeModelServer()
                .listing(200, FakeModelServer.models(name, rehearsal ? "rehearsal" : "vllm"))
                .answeringEach(received -> scripted(answer.apply(question(received.body()))));
        Endpoint endpoint = Endpoint.judge(name, server.url(), name, weight);
        client = new ModelServer(endpoint, RetryPolicy.DEFAULT, Tempo.SYSTEM, new CallTally());
    }

    /** A model of weight 1 that is no rehearsal and always ends its answers. */
    public static ScriptedModel saying(String name, Function<String, String> answer) {
        return new ScriptedModel(name, 1, false, question -> Said.whole(answer.apply(question)));
    }

    public ChatModel chat() {
        return new OpenAiChatModel(client);
    }

    /** The users' messages so far. */
    public List<String> asked() {
        return server.posts().stream()
                .map(FakeModelServer.Received::body)
                .map(ScriptedModel::question)
                .toList();
    }

    /** Everything that was sent so far. */
    public List<String> sent() {
        return server.posts().stream().map(FakeModelServer.Received::body).toList();
    }

    private static FakeModelServer.Scripted scripted(Said said) {
        if (said.status() != 200) {
            return new FakeModelServer.Scripted(
                    said.status(), "{\"error\":{\"message\":\"this question cannot be answered\"}}", Map.of());
        }
        String content = Json.MAPPER.getNodeFactory().textNode(said.text()).toString();
        return new FakeModelServer.Scripted(200, FakeModelServer.completion(content, said.finish()), Map.of());
    }

    private static String question(String body) {
        try {
            JsonNode messages = Json.MAPPER.readTree(body).path("messages");
            return messages.path(messages.size() - 1).path("content").asText();
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
