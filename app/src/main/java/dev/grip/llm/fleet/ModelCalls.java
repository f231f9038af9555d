package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import java.util.Map;

/** What was asked of one model: {@code calls} that ended and how, {@code attempts} sent for them, tokens as servers count. */
public record ModelCalls(
        Role role,
        String model,
        long calls,
        long attempts,
        long complete,
        long truncated,
        long empty,
        long promptTokens,
        long completionTokens,
        Map<FailureCategory, Long> failures) {

    public ModelCalls {
        failures = Map.copyOf(failures);
    }
}
