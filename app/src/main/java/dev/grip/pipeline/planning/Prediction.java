package dev.grip.pipeline.planning;

/**
 * How often something will happen, from how often it did. The interval of a count is Wilson's, for two samples: a future count is
 * inside when the score test at 5 % cannot tell its share from the one that was seen. For an endless future this is the interval of
 * the share itself; for a short one it is wider, because the future varies as well.
 */
final class Prediction {

    private static final double Z = 1.959964;

    private Prediction() {}

    /** As {@link #count(double, double, double)} of whole numbers. */
    static Interval count(long future, long seen, long trials) {
        return count((double) future, (double) seen, (double) trials);
    }

    /** How many of {@code future} when {@code seen} of {@code trials} were; of no trials, anything. */
    static Interval count(double future, double seen, double trials) {
        if (future <= 0) {
            return Interval.ZERO;
        }
        if (trials <= 0) {
            return new Interval(0, future / 2, future);
        }
        double all = future + trials;
        // (y/f - x/s)^2 <= z^2 q (1 - q) (1/f + 1/s) with q = (x + y) / (f + s), as a y^2 + b y + c <= 0.
        double k = Z * Z * (1 / future + 1 / trials) / (all * all);
        double a = 1 / (future * future) + k;
        double b = -2 * seen / (future * trials) - k * (all - 2 * seen);
        double c = seen * seen / (trials * trials) - k * seen * (all - seen);
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        double low = seen == 0 ? 0 : Math.max(0, (-b - root) / (2 * a));
        double high = seen == trials ? future : Math.min(future, (-b + root) / (2 * a));
        // Jeffreys' mean: never quite none and never quite all.
        double expected = future * (seen + 0.5) / (trials + 1);
        return new Interval(low, Math.min(high, Math.max(low, expected)), high);
    }

    /**
     * The sum of something over {@code calls}, whose mean was {@code mean} over {@code seen} calls. Its spread over calls is taken to be
     * as large as its mean, which is more than lengths of texts usually have.
     */
    static Interval sum(Interval calls, double mean, double seen) {
        if (calls.high() <= 0) {
            return Interval.ZERO;
        }
        double spread = Z * Math.sqrt(1 / Math.max(1, seen) + 1 / Math.max(1, calls.expected()));
        return new Interval(
                calls.low() * mean / (1 + spread), calls.expected() * mean, calls.high() * mean * (1 + spread));
    }

    /** How many calls for so many occasions, when {@code calls} came of {@code occasions}; some occasions take several. */
    static Interval calls(Interval future, double calls, double occasions) {
        if (occasions <= 0) {
            return Interval.ZERO;
        }
        double whole = Math.floor(calls / occasions);
        double rest = calls - whole * occasions;
        Interval sure = future.times(whole);
        if (rest == 0 && whole > 0) {
            return sure;
        }
        return sure.plus(new Interval(
                count(future.low(), rest, occasions).low(),
                future.expected() * rest / occasions,
                count(future.high(), rest, occasions).high()));
    }
}
