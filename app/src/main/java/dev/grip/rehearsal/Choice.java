package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the n answers of a call, as far as stop strings and the token budget let it get. */
record Choice(int index, String content, String finishReason, @Nullable String stopReason) {

    static Choice of(int index, String answer, List<String> stops, int budget) {
        int end = answer.length();
        String reason = null;
        for (String stop : stops) {
            int at = stop.isEmpty() ? -1 : answer.indexOf(stop);
            if (at >= 0 && at < end) {
                end = at;
                reason = stop;
            }
        }
        String stopped = answer.substring(0, end);
        String kept = TokenCount.first(budget, stopped);
        boolean cut = kept.length() < stopped.length();
        return new Choice(index, kept, cut ? "length" : "stop", cut ? null : reason);
    }

    int tokens() {
        return TokenCount.of(content);
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
                .putNull("reasoning")
                .putArray("tool_calls");
        return choice.putNull("logprobs")
                .put("finish_reason", finishReason)
                .put("stop_reason", stopReason)
                .putNull("token_ids");
    }
}
