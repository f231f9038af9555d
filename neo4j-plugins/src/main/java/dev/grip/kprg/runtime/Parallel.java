package dev.grip.kprg.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on a range of numbers, in pieces, on all processors. The calling thread takes part, and it alone asks whether the
 * result is still wanted and tells how far the work is, once before each of its pieces.
 */
public final class Parallel {

    private final String step;
    private final int end;
    private final int piece;
    private final Supplier<Worker> workers;
    private final AtomicInteger next;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private Parallel(String step, int end, int piece, Supplier<Worker> workers) {
        this.step = step;
        this.end = end;
        this.piece = piece;
        this.workers = workers;
        this.next = new AtomicInteger();
    }

    /** What one thread does to the numbers from {@code from} to {@code to}, the latter not included. */
    @FunctionalInterface
    public interface Worker {
        void work(int from, int to);
    }

    /**
     * Works on the numbers from 0 to {@code end}, the latter not included, until all is done, the caller's result is cancelled or a piece fails; the latter two are thrown when no thread
     * works any more.
     *
     * @param step what the work is, for those who ask how far it is
     * @param workers makes one worker for each thread, in that thread
     */
    public static void work(String step, int end, int piece, Supplier<Worker> workers, Cancellation cancellation) {
        new Parallel(step, end, piece, workers).run(cancellation);
    }

    private void run(Cancellation cancellation) {
        int pieces = (end + piece - 1) / piece;
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(pieces, Runtime.getRuntime().availableProcessors()); i++) {
            var helper = new Thread(() -> takePart(Cancellation.NEVER), "kprg-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        takePart(cancellation);
        helpers.forEach(this::await);
        @Nullable RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void takePart(Cancellation cancellation) {
        try {
            Worker worker = workers.get();
            int from = next.getAndAdd(piece);
            while (from < end && from >= 0 && failure.get() == null) {
                cancellation.check();
                cancellation.at(step, (double) from / end);
                worker.work(from, Math.min(end, from + piece));
                from = next.getAndAdd(piece);
            }
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
        } catch (OutOfMemoryError none) {
            failure.compareAndSet(
                    null, new IllegalStateException("Out of memory: give the database a larger heap", none));
        }
    }

    private void await(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException again) {
                failure.compareAndSet(null, new IllegalStateException("Interrupted while other threads work", again));
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
