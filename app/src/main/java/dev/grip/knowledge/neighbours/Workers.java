package dev.grip.knowledge.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
        List<Runnable> waiting = new ArrayList<>(pieces);
        waiting.forEach(piece -> done.submit(piece, true));
        try {
            for (int i = 0; i < waiting.size(); i++) {
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
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
