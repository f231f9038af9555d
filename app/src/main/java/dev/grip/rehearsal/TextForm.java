package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Event;
import java.util.List;
import java.util.Optional;

/** Answers as bare text completions. */
final class TextForm implements Form {

    private static final String OBJECT = "text_completion";

    private final Heading heading;
    private final int logprobs;

    /** {@code logprobs} is how many alternatives each token has; negative is no log probabilities at all. */
    TextForm(Heading heading, int logprobs) {
        this.heading = heading;
        this.logprobs = logprobs;
    }

    @Override
    public ObjectNode whole(List<Choice> choices, Usage usage) {
        ObjectNode body = heading.of(OBJECT);
        ArrayNode list = body.putArray("choices");
        for (Choice choice : choices) {
            String text = choice.text();
            ObjectNode one = one(choice, 0, text.length()).put("finish_reason", choice.finishReason());
            list.add(one.put("stop_reason", choice.stopReason())
                    .putNull("token_ids")
                    .putNull("prompt_logprobs")
                    .putNull("prompt_token_ids"));
        }
        body.putNull("service_tier")
                .put("system_fingerprint", ChatCompletions.MARK)
                .set("usage", usage.json());
        return body.putNull("kv_transfer_params");
    }

    @Override
    public Optional<Event> opening(Choice choice) {
        return Optional.empty();
    }

    @Override
    public Event piece(Choice choice, Piece piece) {
        ObjectNode one = one(choice, piece.from(), piece.to()).putNull("finish_reason");
        return heading.chunk(OBJECT, one, piece.usage());
    }

    @Override
    public Event finish(Choice choice) {
        ObjectNode one = WireJson.object().put("index", choice.index()).put("text", "");
        one.putNull("logprobs").put("finish_reason", choice.finishReason());
        return heading.chunk(OBJECT, Event.Kind.FINISH, one.put("stop_reason", choice.stopReason()));
    }

    @Override
    public Event usage(Usage usage) {
        return heading.usage(OBJECT, usage);
    }

    private ObjectNode one(Choice choice, int from, int to) {
        String text = choice.text();
        ObjectNode one = WireJson.object().put("index", choice.index()).put("text", text.substring(from, to));
        if (logprobs < 0) {
            return one.putNull("logprobs");
        }
        ObjectNode odds = one.putObject("logprobs");
        ArrayNode offsets = odds.putArray("text_offset");
        ArrayNode values = odds.putArray("token_logprobs");
        ArrayNode tokens = odds.putArray("tokens");
        ArrayNode top = odds.putArray("top_logprobs");
        int at = from;
        for (TokenOdds.Token token : TokenOdds.of(text, from, to, logprobs)) {
            offsets.add(at);
            values.add(token.logprob());
            tokens.add(token.text());
            token.top().forEach(top.addObject()::put);
            at += token.text().length();
        }
        return one;
    }
}
