package dev.grip.analysis;

import dev.grip.llm.ChatMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as models got it on the way to the problem or solution with the key {@code subject}, rendered again from the graph: once for
 * all {@code calls} with the same {@code messages}. {@code exact} when the key that is recorded with the answers proves that these are
 * the bytes that were sent; otherwise {@code note} says what differs or is missing, and there may be no messages. A judge or rater that
 * was asked again got a further question after its first answer; that one is not here.
 */
public record AskedPrompt(
        AskedStep step,
        String subject,
        String prompt,
        long version,
        String hash,
        List<Call> calls,
        List<ChatMessage> messages,
        boolean exact,
        @Nullable String note) {

    public AskedPrompt {
        calls = List.copyOf(calls);
        messages = List.copyOf(messages);
    }

    /** A model that got it; {@code request} begins the call's {@code X-Request-Id} in its server's log, null if it was not recorded. */
    public record Call(String model, @Nullable String request) {}

    AskedPrompt with(List<Call> others) {
        return new AskedPrompt(step, subject, prompt, version, hash, others, messages, exact, note);
    }
}
