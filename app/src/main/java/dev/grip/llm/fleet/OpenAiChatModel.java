package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ServedModel;
import dev.grip.llm.Usage;

/** A chat model behind {@code /v1/chat/completions}. Thread-safe. */
final class OpenAiChatModel implements ChatModel {

    private final ModelServer server;

    OpenAiChatModel(ModelServer server) {
        this.server = server;
    }

    @Override
    public ServedModel served() {
        return server.served();
    }

    @Override
    public Answer chat(ChatRequest request) {
        Answer answer = ask(request);
        server.tally().answered(server.endpoint(), answer);
        return answer;
    }

    private Answer ask(ChatRequest request) {
        try {
            Attempt<Answer> attempt =
                    server.call("/chat/completions", Json.bytes(body(request)), request.key(), this::parse);
            Trouble trouble = attempt.trouble();
            if (trouble != null) {
                return new Answer.Failed(trouble.category(), trouble.about(server.endpoint()));
            }
            return attempt.value() == null ? new Answer.Empty(Usage.NONE) : attempt.value();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed(
                    FailureCategory.CANCELLED, server.endpoint().describe() + ": the call was cancelled; ask again");
        }
    }

    private ObjectNode body(ChatRequest request) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", server.endpoint().model());
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : request.messages()) {
            messages.addObject().put("role", message.role()).put("content", message.content());
        }
        body.put("temperature", request.sampling().temperature());
        body.put("top_p", request.sampling().topP());
        body.put("seed", request.seed());
        body.put("max_tokens", request.sampling().maxTokens());
        body.put("stream", false);
        return body;
    }

    private Attempt<Answer> parse(Reply reply) {
        return Json.object(reply).then(this::answer);
    }

    private Attempt<Answer> answer(JsonNode root) {
        server.sawFingerprint(root.path("system_fingerprint").asText(""));
        JsonNode choice = root.path("choices").path(0);
        if (!choice.path("message").isObject()) {
            return Attempt.failed(Json.malformed("its answer has no choices[0].message"));
        }
        String text = choice.path("message").path("content").asText("");
        Usage usage = usage(root.path("usage"));
        String finish = choice.path("finish_reason").asText("");
        return switch (finish) {
            case "stop" -> Attempt.done(text.isBlank() ? new Answer.Empty(usage) : new Answer.Complete(text, usage));
            // vLLM ends a degenerate loop with "repetition": text without its end, as at the token limit.
            case "length", "repetition" ->
                Attempt.done(text.isBlank() ? new Answer.Empty(usage) : new Answer.Truncated(text, usage));
            default -> Attempt.failed(Json.malformed("its answer ended with finish_reason '" + finish + "'"));
        };
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                usage.path("prompt_tokens").asInt(0),
                usage.path("completion_tokens").asInt(0));
    }
}
