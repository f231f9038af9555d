package dev.grip.kprg.loading;

import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is read, says so, and stops every thread once one has failed or the call is cancelled. Any thread may count;
 * only the one that made it, the transaction's own, tells the progress and asks for cancellation.
 */
final class Pace {

    /** How much a thread reads before it counts. */
    static final int STEP = 1 << 12;

    private final Thread owner = Thread.currentThread();
    private final Cancellation cancellation;
    private final Progress progress;
    private final LongAdder read = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private String what = "";

    Pace(Cancellation cancellation, Progress progress) {
        this.cancellation = cancellation;
        this.progress = progress;
    }

    void begin(String next) {
        what = next;
        read.reset();
        report();
    }

    void count(long more) {
        read.add(more);
        if (failed()) {
            throw new CancellationException("Loading the KPRG has failed in another thread");
        }
        if (Thread.currentThread() == owner) {
            report();
        }
    }

    void report() {
        progress.tell("kprg: loading, %,d %s".formatted(read.sum(), what));
        cancellation.check();
    }

    /** Stops all threads; of several failures the first one counts. */
    void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
    }

    boolean failed() {
        return failure.get() != null;
    }

    /** Throws the failure there has been, if any. */
    void rethrow() {
        Throwable reason = failure.get();
        if (reason instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason != null) {
            throw new IllegalStateException("The KPRG could not be loaded: " + reason.getMessage(), reason);
        }
    }
}
