package dev.grip.pipeline.planning;

/** A number that is expected, and between which two it will be with 95 % confidence if its assumptions hold. */
public record Interval(double low, double expected, double high) {

    static final Interval ZERO = exactly(0);

    public Interval {
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + ", " + expected + ", " + high);
        }
    }

    static Interval exactly(double number) {
        return new Interval(number, number, number);
    }

    /** Both ends as far out as if everything went wrong, or well, at once. */
    Interval plus(Interval other) {
        return new Interval(low + other.low, expected + other.expected, high + other.high);
    }

    Interval times(double factor) {
        return new Interval(low * factor, expected * factor, high * factor);
    }
}
