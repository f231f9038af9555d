package dev.grip.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long one piece of work took, in seconds, over several runs; {@code result} is that of the last one.
 *
 * @param best of the runs that count
 * @param median of them, the better of two middle ones
 * @param runs that count
 */
record Timing<T>(T result, double best, double median, int runs) {

    private static final double NANOS = 1e9;

    /** The middle one, the greater of two. */
    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Lets time pass. */
    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while measuring", e);
        }
    }

    /** Once, without warming up. */
    static <T> Timing<T> once(Supplier<T> work) {
        return of(0, 1, 0, work);
    }

    /** Warm-up runs first, then up to {@code runs} that count, but no further ones once all of these took {@code seconds}. */
    static <T> Timing<T> of(int warmups, int runs, double seconds, Supplier<T> work) {
        double spent = 0;
        for (int i = 0; i < warmups && (i == 0 || spent < seconds); i++) {
            spent += run(work).best;
        }
        double[] times = new double[runs];
        Timing<T> last = run(work);
        times[0] = last.best;
        int done = 1;
        while (done < runs && sum(times) < seconds) {
            last = run(work);
            times[done++] = last.best;
        }
        double[] sorted = Arrays.copyOf(times, done);
        Arrays.sort(sorted);
        return new Timing<>(last.result, sorted[0], sorted[(done - 1) / 2], done);
    }

    private static <T> Timing<T> run(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double taken = (System.nanoTime() - start) / NANOS;
        return new Timing<>(result, taken, taken, 1);
    }

    private static double sum(double[] times) {
        return Arrays.stream(times).sum();
    }
}
