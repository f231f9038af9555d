package dev.grip.pipeline.spending;

import dev.grip.llm.Charge;

/** What some calls used: how many they were, tokens as servers count them, and microseconds that their requests were out. */
public record Used(long calls, long promptTokens, long completionTokens, long micros) {

    public static final Used NOTHING = new Used(0, 0, 0, 0);

    static Used of(Charge charge) {
        return new Used(
                1,
                charge.usage().promptTokens(),
                charge.usage().completionTokens(),
                Math.round(charge.nanos() / 1000.0));
    }

    public Used plus(Used other) {
        return new Used(
                calls + other.calls,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                micros + other.micros);
    }

    /** Seconds that the requests were out, added up; many are out at once. */
    public double seconds() {
        return micros / 1e6;
    }
}
