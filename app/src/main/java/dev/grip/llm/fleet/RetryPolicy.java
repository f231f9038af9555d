package dev.grip.llm.fleet;

import java.time.Duration;

/**
 * How often and how patiently a call is repeated. {@code attempts} counts sends that failed for the call's own sake;
 * {@code patience} bounds the wait for a server that is busy or away; pauses grow from {@code first} to {@code longest} with
 * full jitter.
 */
record RetryPolicy(int attempts, Duration first, Duration longest, Duration patience) {

    static final RetryPolicy DEFAULT =
            new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(15));

    /** A random pause before repetition number {@code repetition}, which counts from 1. */
    Duration jittered(int repetition, double random) {
        long ceiling = longest.toNanos();
        int doublings = Math.min(repetition - 1, 62);
        long grown = first.toNanos() > ceiling >> doublings ? ceiling : first.toNanos() << doublings;
        return Duration.ofNanos((long) (grown * random));
    }

    /** A wait that a server asked for, as far as it is honoured. */
    Duration capped(Duration asked) {
        return asked.compareTo(longest) > 0 ? longest : asked;
    }
}
