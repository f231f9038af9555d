package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The token counts of one call. */
record Usage(int prompt, int completion, int reasoning, int cached, boolean withCached) {

    ObjectNode json() {
        ObjectNode usage = WireJson.object()
                .put("prompt_tokens", prompt)
                .put("total_tokens", prompt + completion)
                .put("completion_tokens", completion);
        if (withCached) {
            usage.putObject("prompt_tokens_details").put("cached_tokens", cached);
        } else {
            usage.putNull("prompt_tokens_details");
        }
        if (reasoning > 0) {
            usage.putObject("completion_tokens_details").put("reasoning_tokens", reasoning);
        } else {
            usage.putNull("completion_tokens_details");
        }
        return usage;
    }
}
