package dev.grip.rehearsal.engine;

import java.util.Arrays;

/** How many durations fell below each of some bounds, as Prometheus counts them. Not thread-safe. */
public final class Histogram {

    private final double[] bounds;
    private final long[] counts;
    private double sum;

    /** Bounds in seconds, ascending. */
    Histogram(double... bounds) {
        this.bounds = bounds.clone();
        this.counts = new long[bounds.length + 1];
    }

    private Histogram(Histogram other) {
        this.bounds = other.bounds;
        this.counts = other.counts.clone();
        this.sum = other.sum;
    }

    void addNanos(long nanos) {
        double seconds = nanos / 1e9;
        int place = Arrays.binarySearch(bounds, seconds);
        counts[place < 0 ? -place - 1 : place]++;
        sum += seconds;
    }

    Histogram copy() {
        return new Histogram(this);
    }

    /** Upper bounds in seconds, without the infinite one. */
    public double[] bounds() {
        return bounds.clone();
    }

    /** How many were at most {@code bounds()[index]}; all of them at {@code index == bounds().length}. */
    public long atMost(int index) {
        return Arrays.stream(counts, 0, index + 1).sum();
    }

    /** How many there are. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** Their sum in seconds. */
    public double sum() {
        return sum;
    }
}
