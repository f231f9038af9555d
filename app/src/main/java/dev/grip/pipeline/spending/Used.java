package dev.grip.pipeline.spending;

import dev.grip.llm.Charge;

/**
 * What some calls used: how many they were, tokens as servers count them, and where their time went, in microseconds: requests
 * were out, calls waited for room at a server, paused before repeats, and waited until their answers were stored.
 */
public record Used(
        long calls,
        long promptTokens,
        long completionTokens,
        long micros,
        long roomMicros,
        long pauseMicros,
        long storeMicros) {

    public static final Used NOTHING = new Used(0, 0, 0, 0);

    private static final double NANOS_A_MICRO = 1000;
    private static final double MICROS_A_SECOND = 1e6;

    /** Calls that waited for nothing. */
    public Used(long calls, long promptTokens, long completionTokens, long micros) {
        this(calls, promptTokens, completionTokens, micros, 0, 0, 0);
    }

    static Used of(Charge charge) {
        return new Used(
                1,
                charge.usage().promptTokens(),
                charge.usage().completionTokens(),
                micros(charge.time().out()),
                micros(charge.time().room()),
                micros(charge.time().pause()),
                0);
    }

    /** Nothing but waiting until an answer was stored. */
    static Used storing(long nanos) {
        return new Used(0, 0, 0, 0, 0, 0, micros(nanos));
    }

    private static long micros(long nanos) {
        return Math.round(nanos / NANOS_A_MICRO);
    }

    public Used plus(Used other) {
        return new Used(
                calls + other.calls,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                micros + other.micros,
                roomMicros + other.roomMicros,
                pauseMicros + other.pauseMicros,
                storeMicros + other.storeMicros);
    }

    /** Seconds that the requests were out, added up; many are out at once. */
    public double seconds() {
        return micros / MICROS_A_SECOND;
    }

    /** Where the seconds went, added up. */
    StageTime time() {
        return new StageTime(
                seconds(), roomMicros / MICROS_A_SECOND, pauseMicros / MICROS_A_SECOND, storeMicros / MICROS_A_SECOND);
    }
}
