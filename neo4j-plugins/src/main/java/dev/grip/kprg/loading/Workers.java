package dev.grip.kprg.loading;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs tasks at once, each on a thread of its own, and returns only when all have ended, whatever the outcome. */
final class Workers {

    private static final long REPORT_MILLIS = 50;

    private final Pace pace;

    Workers(Pace pace) {
        this.pace = pace;
    }

    void run(List<? extends Callable<?>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size(), task -> {
            var thread = new Thread(task, "kprg-loading");
            thread.setDaemon(true);
            return thread;
        });
        tasks.forEach(task -> threads.execute(() -> attempt(task)));
        threads.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                report();
            } catch (InterruptedException wanted) {
                interrupted = true;
                pace.fail(new IllegalStateException("Interrupted while loading the KPRG", wanted));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        pace.rethrow();
    }

    private void report() {
        if (!pace.failed()) {
            attempt(() -> {
                pace.report();
                return true;
            });
        }
    }

    private void attempt(Callable<?> task) {
        try {
            task.call();
        } catch (Exception | Error failure) {
            pace.fail(failure);
        }
    }
}
