package dev.grip.rehearsal.engine;

import java.time.Duration;

/**
 * How long a simulated engine takes. Zero everywhere, the default, answers at once.
 *
 * @param prefillOverhead from a slot to the begin of prefill, for each sequence
 * @param prefillPerToken for each prompt token that is not in the prefix cache; sequences share this work, one after another,
 *     and it slows down those that decode
 * @param interToken between two tokens of a sequence that runs alone
 * @param jitter standard deviation of a sequence's own pace, as a share (0 to 0.3)
 * @param loadFactor how many times slower tokens come when all slots decode; grows linearly from 1
 * @param timeScale what all of it is multiplied by; 0 is instant
 */
public record Latency(
        Duration prefillOverhead,
        Duration prefillPerToken,
        Duration interToken,
        double jitter,
        double loadFactor,
        double timeScale) {

    /** No time at all. */
    public static final Latency INSTANT = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 1, 1);

    public Latency {
        requireNotNegative("prefillOverhead", prefillOverhead);
        requireNotNegative("prefillPerToken", prefillPerToken);
        requireNotNegative("interToken", interToken);
        requireBetween("jitter", jitter, 0, 0.3);
        requireBetween("loadFactor", loadFactor, 1, 1000);
        requireBetween("timeScale", timeScale, 0, 1000);
    }

    /** Every sequence takes this long, whatever its length. */
    public static Latency fixed(Duration whole) {
        return INSTANT.withPrefillOverhead(whole);
    }

    public Latency withPrefillOverhead(Duration overhead) {
        return new Latency(overhead, prefillPerToken, interToken, jitter, loadFactor, timeScale);
    }

    public Latency withPrefillPerToken(Duration each) {
        return new Latency(prefillOverhead, each, interToken, jitter, loadFactor, timeScale);
    }

    public Latency withInterToken(Duration each) {
        return new Latency(prefillOverhead, prefillPerToken, each, jitter, loadFactor, timeScale);
    }

    public Latency withJitter(double share) {
        return new Latency(prefillOverhead, prefillPerToken, interToken, share, loadFactor, timeScale);
    }

    public Latency withLoadFactor(double factor) {
        return new Latency(prefillOverhead, prefillPerToken, interToken, jitter, factor, timeScale);
    }

    public Latency withTimeScale(double scale) {
        return new Latency(prefillOverhead, prefillPerToken, interToken, jitter, loadFactor, scale);
    }

    double overheadNanos() {
        return prefillOverhead.toNanos() * timeScale;
    }

    double promptTokenNanos() {
        return prefillPerToken.toNanos() * timeScale;
    }

    /** Between two tokens when so many of the slots decode. */
    double tokenNanos(int decoding, int slots) {
        double load = Math.min(1, (double) decoding / slots);
        return interToken.toNanos() * timeScale * (1 + (loadFactor - 1) * load);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + "; give zero or more, such as 20ms");
        }
    }

    private static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + "; give " + least + " to " + most);
        }
    }
}
