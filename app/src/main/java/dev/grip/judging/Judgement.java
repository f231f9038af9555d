package dev.grip.judging;

import dev.grip.graph.Key;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.verdicts.Question.Asked;
import dev.grip.llm.verdicts.VerdictReader;
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
        int parserVersion,
        Origin origin) {

    static Judgement score(String subject, double weight, Asked<Double> asked) {
        return of(subject, weight, asked.reading().found(), null, asked);
    }

    static Judgement vote(String subject, double weight, Asked<Boolean> asked) {
        return of(subject, weight, null, asked.reading().found(), asked);
    }

    private static Judgement of(
            String subject, double weight, @Nullable Double score, @Nullable Boolean approved, Asked<?> asked) {
        Origin origin = asked.origin();
        String path = asked.reading().path();
        return new Judgement(
                key(subject, origin),
                subject,
                weight,
                score,
                approved,
                asked.text(),
                path,
                VerdictReader.VERSION,
                origin);
    }

    /** The same vote with the weight that its judge has now. */
    Judgement weighing(double now) {
        return new Judgement(key, subject, now, score, approved, explanation, parsedBy, parserVersion, origin);
    }

    static String key(String subject, Origin origin) {
        return Key.of("judgement", subject, origin.model(), origin.promptHash(), origin.sampling());
    }
}
