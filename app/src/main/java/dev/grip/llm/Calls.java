package dev.grip.llm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes many calls at once and hands on their results in the order of the items. At most {@code window} results are awaited or
 * kept; several times the number of threads keeps all of them busy while one call takes longer than those after it.
 */
public final class Calls {

    private final ExecutorService executor;
    private final int window;

    public Calls(ExecutorService executor, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window is " + window + "; at least one call must be under way");
        }
        this.executor = executor;
        this.window = window;
    }

    /**
     * Applies {@code call} to every item on the executor; {@code results} runs on the caller's thread. The first failure ends it.
     * The items are asked for more after every result, so a result may bring new items.
     */
    public <T, R> void each(Iterable<T> items, Function<T, R> call, Consumer<R> results) {
        Deque<Future<R>> open = new ArrayDeque<>();
        try {
            Iterator<T> waiting = items.iterator();
            while (waiting.hasNext() || !open.isEmpty()) {
                while (waiting.hasNext() && open.size() < window) {
                    T item = waiting.next();
                    open.add(executor.submit(() -> call.apply(item)));
                }
                results.accept(join(open.remove()));
            }
        } finally {
            open.forEach(future -> future.cancel(true));
        }
    }

    private static <R> R join(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a model", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
