package dev.grip.judging;

import dev.grip.graph.Key;
import dev.grip.llm.prompts.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One judge's vote on the node with key {@code subject}: a score in [0, 1] for a problem, approval for a solution, neither when
 * the answer could not be read. {@code explanation} is the judge's answer as it came, {@code parsedBy} how the vote was read or
 * why it was not.
 */
public record Judgement(
        String key,
        String subject,
        double weight,
        @Nullable Double score,
        @Nullable Boolean approved,
        String explanation,
        String parsedBy,
        Origin origin) {

    static Judgement score(
            String subject, double weight, @Nullable Double score, String explanation, String parsedBy, Origin origin) {
        return new Judgement(key(subject, origin), subject, weight, score, null, explanation, parsedBy, origin);
    }

    static Judgement vote(
            String subject,
            double weight,
            @Nullable Boolean approved,
            String explanation,
            String parsedBy,
            Origin origin) {
        return new Judgement(key(subject, origin), subject, weight, null, approved, explanation, parsedBy, origin);
    }

    private static String key(String subject, Origin origin) {
        return Key.of("judgement", subject, origin.model(), origin.promptHash(), origin.sampling());
    }
}
