package dev.grip.rehearsal.faults;

import java.time.Duration;

/**
 * When a fault happens to requests that it fits. All conditions must hold.
 *
 * @param rate share of requests, 0 to 1, decided by a throw of dice that only {@code seed} and the request determine
 * @param every only each so-manieth request; 1 is each
 * @param skip how many requests pass unharmed first
 * @param times how often it happens at most; 0 is without end
 * @param from how long after the start it begins
 * @param until how long after the start it ends; zero is never
 * @param seed other dice for the rate
 */
public record Trigger(double rate, int every, int skip, int times, Duration from, Duration until, long seed) {

    /** Each time. */
    public static final Trigger ALWAYS = new Trigger(1, 1, 0, 0, Duration.ZERO, Duration.ZERO, 0);

    public Trigger {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate is " + rate + "; give 0 to 1");
        }
        requireAtLeast("every", every, 1);
        requireAtLeast("skip", skip, 0);
        requireAtLeast("times", times, 0);
        if (from.isNegative() || until.isNegative() || (!until.isZero() && until.compareTo(from) <= 0)) {
            throw new IllegalArgumentException(
                    "from is " + from + " and until is " + until + "; until must be later, or zero for never");
        }
    }

    public Trigger withRate(double share) {
        return new Trigger(share, every, skip, times, from, until, seed);
    }

    public Trigger withEvery(int k) {
        return new Trigger(rate, k, skip, times, from, until, seed);
    }

    public Trigger withSkip(int requests) {
        return new Trigger(rate, every, requests, times, from, until, seed);
    }

    public Trigger withTimes(int most) {
        return new Trigger(rate, every, skip, most, from, until, seed);
    }

    public Trigger withWindow(Duration begin, Duration end) {
        return new Trigger(rate, every, skip, times, begin, end, seed);
    }

    public Trigger withSeed(long other) {
        return new Trigger(rate, every, skip, times, from, until, other);
    }

    boolean open(Duration sinceStart) {
        return sinceStart.compareTo(from) >= 0 && (until.isZero() || sinceStart.compareTo(until) < 0);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; give " + least + " or more");
        }
    }
}
