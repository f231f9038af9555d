package dev.grip.bench;

import dev.grip.llm.CallThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many callers that ask one question after the other, and how many answers they have had so far. */
final class ModelLoad implements AutoCloseable {

    private final ExecutorService callers;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean ended;

    /** Asks question number {@code number} and waits; throws if there is no good answer. */
    interface Asking {
        void ask(long number);
    }

    /** Starts so many callers. */
    ModelLoad(int number, Asking asking) {
        callers = CallThreads.open("grip-bench", number);
        for (int i = 0; i < number; i++) {
            callers.execute(() -> call(asking));
        }
    }

    private void call(Asking asking) {
        try {
            while (!ended) {
                asking.ask(asked.getAndIncrement());
                answered.incrementAndGet();
            }
        } catch (RuntimeException e) {
            if (!ended) {
                failure.compareAndSet(null, e);
                ended = true;
            }
        }
    }

    /** Lets time pass. */
    void go(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while measuring");
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Answers a second during the next {@code time}. */
    double rate(Duration time) {
        long before = answered.get();
        long begun = System.nanoTime();
        go(time);
        return (answered.get() - before) * 1e9 / (System.nanoTime() - begun);
    }

    long asked() {
        return asked.get();
    }

    long answered() {
        return answered.get();
    }

    /** Asks nothing more, and waits until all that was asked is answered. */
    void finish() {
        ended = true;
        callers.shutdown();
        try {
            if (!callers.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new BenchException("Calls were still open after 5 minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while calls end");
        }
    }

    @Override
    public void close() {
        ended = true;
        callers.shutdownNow();
    }
}
