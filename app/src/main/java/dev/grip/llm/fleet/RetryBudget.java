package dev.grip.llm.fleet;

import java.time.Duration;

/**
 * Keeps repetitions from becoming a flood: over all calls of a fleet they may be a tenth of the first sends, and one a second
 * beyond that. A repetition over the budget is not lost but comes later. Thread-safe.
 */
final class RetryBudget {

    static final double SHARE = 0.1;
    private static final double MOST_SAVED = 100;
    private static final double A_SECOND = 1;
    private static final double NANOS = 1e9;

    private final Tempo tempo;
    private double saved = MOST_SAVED / 10;
    private long refilled;

    RetryBudget(Tempo tempo) {
        this.tempo = tempo;
        this.refilled = tempo.nanoTime();
    }

    /** A call is sent for the first time. */
    synchronized void first() {
        saved = Math.min(MOST_SAVED, saved + SHARE);
    }

    /** Takes one repetition; how long it has to wait for its turn. */
    synchronized Duration take() {
        long now = tempo.nanoTime();
        saved = Math.min(MOST_SAVED, saved + (now - refilled) / NANOS * A_SECOND);
        refilled = now;
        saved -= 1;
        return saved >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-saved / A_SECOND * NANOS));
    }
}
