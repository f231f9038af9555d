package dev.grip.pipeline.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How fast a run has been over the last minute, from looks at its counts. Thread-safe. */
final class Pace {

    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final double NANOS = 1e9;

    private final Deque<Look> looks = new ArrayDeque<>();

    /** Counts at one moment; {@code all} is how many combinations the run has, as far as that is known. */
    record Look(long nanos, long done, long accepted, long all) {}

    synchronized void add(Look look) {
        looks.addLast(look);
        while (look.nanos() - looks.getFirst().nanos() > WINDOW) {
            looks.removeFirst();
        }
    }

    /** The last look; null before the first. */
    synchronized @Nullable Look last() {
        return looks.peekLast();
    }

    /** Combinations a second; 0 before there are two looks. */
    synchronized double done() {
        return looks.size() < 2 ? 0 : (looks.getLast().done() - looks.getFirst().done()) / seconds();
    }

    /** Combinations with an accepted solution a second; 0 before there are two looks. */
    synchronized double accepted() {
        return looks.size() < 2
                ? 0
                : (looks.getLast().accepted() - looks.getFirst().accepted()) / seconds();
    }

    private double seconds() {
        return Math.max(1, looks.getLast().nanos() - looks.getFirst().nanos()) / NANOS;
    }

    /** Seconds until all is done at this pace; null while nothing gets done. */
    synchronized @Nullable Double secondsLeft() {
        double rate = done();
        return rate <= 0
                ? null
                : (Double) ((looks.getLast().all() - looks.getLast().done()) / rate);
    }
}
