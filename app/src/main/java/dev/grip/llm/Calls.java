package dev.grip.llm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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

    /**
     * Applies {@code call} to every item on the executor and hands on what is done, in the order in which it is, in groups of at most
     * {@code most}; {@code groups} runs on the caller's thread. While a group is being stored the next one gathers, so groups are small
     * when results are rare and large when they are many. The first failure ends it, after everything that was done is handed on.
     */
    public <T, R> void inGroups(Iterable<T> items, Function<T, R> call, int most, Consumer<List<R>> groups) {
        BlockingQueue<Future<R>> done = new LinkedBlockingQueue<>();
        ExecutorCompletionService<R> service = new ExecutorCompletionService<>(executor, done);
        IdentityHashMap<Future<R>, Boolean> open = new IdentityHashMap<>();
        try {
            Iterator<T> waiting = items.iterator();
            while (waiting.hasNext() || !open.isEmpty()) {
                while (waiting.hasNext() && open.size() < window) {
                    T item = waiting.next();
                    open.put(service.submit(() -> call.apply(item)), true);
                }
                handOn(gathered(done, most), open, groups);
            }
        } finally {
            open.keySet().forEach(future -> future.cancel(true));
        }
    }

    /** Waits for one and takes what else is there. */
    private static <R> List<Future<R>> gathered(BlockingQueue<Future<R>> done, int most) {
        List<Future<R>> gathered = new ArrayList<>();
        try {
            gathered.add(done.take());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        done.drainTo(gathered, most - 1);
        return gathered;
    }

    private static <R> void handOn(
            List<Future<R>> done, IdentityHashMap<Future<R>, Boolean> open, Consumer<List<R>> groups) {
        List<R> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<R> future : done) {
            open.remove(future);
            try {
                results.add(join(future));
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (!results.isEmpty()) {
            groups.accept(results);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for a model", e);
    }

    private static <R> R join(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
