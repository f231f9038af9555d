package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the n answers of a call, as far as stop strings and the token budget let it get. The content is null if the budget
 * ended while the model was thinking.
 */
record Choice(
        int index,
        @Nullable String reasoning,
        @Nullable String content,
        String finishReason,
        @Nullable String stopReason) {

    static Choice of(int index, Utterance said, List<String> stops, int budget) {
        String reasoning = said.reasoning();
        if (reasoning == null) {
            return answer(index, null, said.content(), stops, budget);
        }
        String thought = TokenCount.first(budget, reasoning);
        int left = budget - TokenCount.of(thought);
        return thought.length() < reasoning.length() || left <= 0
                ? new Choice(index, thought, null, "length", null)
                : answer(index, thought, said.content(), stops, left);
    }

    private static Choice answer(
            int index, @Nullable String reasoning, String content, List<String> stops, int budget) {
        int end = content.length();
        String reason = null;
        for (String stop : stops) {
            int at = stop.isEmpty() ? -1 : content.indexOf(stop);
            if (at >= 0 && at < end) {
                end = at;
                reason = stop;
            }
        }
        String stopped = content.substring(0, end);
        String kept = TokenCount.first(budget, stopped);
        boolean cut = kept.length() < stopped.length();
        return new Choice(index, reasoning, kept, cut ? "length" : "stop", cut ? null : reason);
    }

    int tokens() {
        return count(reasoning) + count(content);
    }

    private static int count(@Nullable String text) {
        return text == null ? 0 : TokenCount.of(text);
    }

    ObjectNode json() {
        ObjectNode choice = WireJson.object().put("index", index);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal")
                .putNull("annotations")
                .putNull("audio")
                .putNull("function_call")
                .put("reasoning", reasoning)
                .putArray("tool_calls");
        return choice.putNull("logprobs")
                .put("finish_reason", finishReason)
                .put("stop_reason", stopReason)
                .putNull("token_ids");
    }
}
