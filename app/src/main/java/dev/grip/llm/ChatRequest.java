package dev.grip.llm;

import java.util.List;

/**
 * One call: {@code key} is deterministic, a hash of what the call asks, and travels as {@code X-Request-Id};
 * {@code seed} goes to the sampler.
 */
public record ChatRequest(String key, List<ChatMessage> messages, Sampling sampling, long seed) {

    public ChatRequest {
        messages = List.copyOf(messages);
    }
}
