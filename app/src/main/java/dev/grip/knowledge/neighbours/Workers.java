package dev.grip.knowledge.neighbours;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs pieces of one work on a thread each and waits until none runs any more, also after a failure or an interruption. */
final class Workers {

    private Workers() {}

    /**
     * The first failure is thrown after {@code stop} has made the others end.
     *
     * @throws CancellationException when this thread is interrupted, whose flag stays set
     */
    static void run(List<? extends Runnable> pieces, Runnable stop) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, pieces.size()), work -> {
            Thread thread = new Thread(work, "grip-neighbours");
            thread.setDaemon(true);
            return thread;
        });
        var done = new ExecutorCompletionService<Boolean>(threads);
        pieces.forEach(piece -> done.submit(piece, true));
        try {
            for (int i = 0; i < pieces.size(); i++) {
                done.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while looking for near pairs");
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            stop.run();
            threads.shutdownNow();
            Interruption.shield(() -> awaitEnd(threads));
        }
    }

    /** Pieces look often whether they should stop. */
    private static void awaitEnd(ExecutorService threads) {
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
