package dev.grip.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param key deterministic, a hash of what the call asks; with the number of the attempt it travels as {@code X-Request-Id}
 * @param stage what the call is for, a prompt's name; calls are counted and grouped by it
 * @param affinity what calls have in common that share the beginning of their prompt, such as one problem
 * @param seed goes to the sampler
 * @param constraint what the answer may be; null for free text
 */
public record ChatRequest(
        String key,
        String stage,
        String affinity,
        List<ChatMessage> messages,
        Sampling sampling,
        long seed,
        @Nullable Constraint constraint) {

    public ChatRequest {
        messages = List.copyOf(messages);
    }

    /** A call for free text that belongs to no stage. */
    public ChatRequest(String key, List<ChatMessage> messages, Sampling sampling, long seed) {
        this(key, "", key, messages, sampling, seed, null);
    }
}
