package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import java.util.Map;

/**
 * What was asked of one model for one stage.
 *
 * @param calls that have ended, {@code outcomes} says how: {@link dev.grip.llm.Answer#outcome()} and how often
 * @param sent requests that went out for them; {@code repeats} says why more than one a call
 * @param promptTokens as servers count them, {@code cachedTokens} of them found in a prefix cache
 * @param verdicts that answers were read for, by how they were read; {@code notAtOnce} of them otherwise than
 *     the prompt asks, or not at all
 */
public record ModelCalls(
        Role role,
        String model,
        String stage,
        long calls,
        long sent,
        Map<String, Long> outcomes,
        Map<FailureCategory, Long> repeats,
        long promptTokens,
        long completionTokens,
        long cachedTokens,
        Map<String, Long> verdicts,
        long notAtOnce) {

    public ModelCalls {
        outcomes = Map.copyOf(outcomes);
        repeats = Map.copyOf(repeats);
        verdicts = Map.copyOf(verdicts);
    }
}
