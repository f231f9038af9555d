package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers as chat completions. */
final class ChatForm implements Form {

    private static final String CHUNK = "chat.completion.chunk";

    private final Heading heading;
    private final String reasoningField;
    private final int logprobs;

    /** {@code logprobs} is how many alternatives each token has; negative is no log probabilities at all. */
    ChatForm(Heading heading, WireOptions.Reasoning reasoning, int logprobs) {
        this.heading = heading;
        this.reasoningField = reasoning == WireOptions.Reasoning.REASONING_CONTENT ? "reasoning_content" : "reasoning";
        this.logprobs = logprobs;
    }

    @Override
    public ObjectNode whole(List<Choice> choices, Usage usage) {
        ObjectNode body = heading.of("chat.completion");
        ArrayNode list = body.putArray("choices");
        choices.forEach(choice -> list.add(whole(choice)));
        body.putNull("service_tier")
                .put("system_fingerprint", ChatCompletions.MARK)
                .set("usage", usage.json());
        return body.putNull("prompt_logprobs")
                .putNull("prompt_token_ids")
                .putNull("kv_transfer_params")
                .putNull("metrics");
    }

    private ObjectNode whole(Choice choice) {
        ObjectNode one = WireJson.object().put("index", choice.index());
        one.putObject("message")
                .put("role", "assistant")
                .put("content", choice.content())
                .putNull("refusal")
                .putNull("annotations")
                .putNull("audio")
                .putNull("function_call")
                .put(reasoningField, choice.reasoning())
                .putArray("tool_calls");
        putLogprobs(one, choice.text(), 0, choice.text().length());
        return one.put("finish_reason", choice.finishReason())
                .put("stop_reason", choice.stopReason())
                .putNull("token_ids");
    }

    @Override
    public Optional<Event> opening(Choice choice) {
        ObjectNode one = WireJson.object().put("index", choice.index());
        one.putObject("delta").put("role", "assistant").put("content", "");
        return Optional.of(chunk(Event.Kind.ROLE, one.putNull("logprobs").putNull("finish_reason")));
    }

    @Override
    public Event piece(Choice choice, Piece piece) {
        int from = piece.from();
        int to = piece.to();
        String reasoning = choice.reasoning();
        boolean thought = reasoning != null && from < reasoning.length();
        ObjectNode one = WireJson.object().put("index", choice.index());
        one.putObject("delta")
                .put(thought ? reasoningField : "content", choice.text().substring(from, to));
        putLogprobs(one, choice.text(), from, to);
        return heading.chunk(CHUNK, one.putNull("finish_reason"), piece.usage());
    }

    @Override
    public Event finish(Choice choice) {
        ObjectNode one = WireJson.object().put("index", choice.index());
        one.putObject("delta").put("content", "");
        one.putNull("logprobs").put("finish_reason", choice.finishReason());
        return chunk(Event.Kind.FINISH, one.put("stop_reason", choice.stopReason()));
    }

    @Override
    public Event usage(Usage usage) {
        return heading.usage(CHUNK, usage);
    }

    private Event chunk(Event.Kind kind, ObjectNode choice) {
        return heading.chunk(CHUNK, kind, choice);
    }

    private void putLogprobs(ObjectNode choice, String text, int from, int to) {
        if (logprobs < 0) {
            choice.putNull("logprobs");
            return;
        }
        ArrayNode content = choice.putObject("logprobs").putArray("content");
        for (TokenOdds.Token token : TokenOdds.of(text, from, to, logprobs)) {
            ObjectNode one = put(content.addObject(), token.text(), token.logprob());
            ArrayNode top = one.putArray("top_logprobs");
            token.top().forEach((other, logprob) -> put(top.addObject(), other, logprob));
        }
    }

    private static ObjectNode put(ObjectNode one, String token, double logprob) {
        one.put("token", token).put("logprob", logprob);
        ArrayNode bytes = one.putArray("bytes");
        for (byte each : token.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(each & 0xFF);
        }
        return one;
    }
}
