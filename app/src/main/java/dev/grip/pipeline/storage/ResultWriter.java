package dev.grip.pipeline.storage;

import dev.grip.graph.Graph;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the rows of all threads of this process, many in one transaction, in the order in which they were put: a row is never
 * stored before one that was put earlier. While the database is away, putting waits once the queue is full. Thread-safe.
 */
public final class ResultWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

    /** How many full transactions may wait. */
    private static final int BACKLOG = 8;

    private static final Duration LAST_WAIT = Duration.ofSeconds(20);

    private final int most;
    private final long delayNanos;
    private final Batches batches;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private int urgent;
    private boolean closed;
    private @Nullable Throwable broken;

    /** A row and who waits for it; {@code since} is when it was put. */
    record Entry(Row row, @Nullable CompletableFuture<Void> stored, long since) {}

    /** Writes when {@code most} rows wait, or the first one has waited for {@code delay}, or somebody waits for one. */
    public ResultWriter(Graph graph, int most, Duration delay) {
        this.most = most;
        this.delayNanos = delay.toNanos();
        this.batches = new Batches(graph);
        this.thread = new Thread(this::write, "grip-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the row stored soon; waits while too many are waiting. */
    public void put(Row row) {
        add(new Entry(row, null, System.nanoTime()));
    }

    /** Has the row stored at once, with all that were put before; the future is done when they are stored. */
    public CompletableFuture<Void> commit(Row row) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        add(new Entry(row, stored, System.nanoTime()));
        return stored;
    }

    private void add(Entry entry) {
        lock.lock();
        try {
            while (waiting.size() >= most * BACKLOG && broken == null && !closed) {
                room.awaitUninterruptibly();
            }
            if (broken != null || closed) {
                throw new IllegalStateException(
                        "Results can be stored no more" + (broken == null ? "" : " (" + broken + "): start grip again"),
                        broken);
            }
            waiting.addLast(entry);
            urgent += entry.stored() == null ? 0 : 1;
            if (waiting.size() == 1 || waiting.size() >= most || entry.stored() != null) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        List<Entry> batch = List.of();
        try {
            for (batch = next(); !batch.isEmpty(); batch = next()) {
                batches.write(batch);
            }
        } catch (Throwable e) {
            // An Error as well: otherwise those who put rows would wait for ever.
            LOG.error("Results can be stored no more", e);
            end(e);
            fail(batch, e);
        }
    }

    /** Waits for enough rows; none when closed and empty. */
    private List<Entry> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!due()) {
                Entry first = waiting.peekFirst();
                if (first == null) {
                    arrived.await();
                } else {
                    arrived.await(delayNanos - (System.nanoTime() - first.since()), TimeUnit.NANOSECONDS);
                }
            }
            List<Entry> batch = new ArrayList<>(Math.min(most, waiting.size()));
            while (batch.size() < most && !waiting.isEmpty()) {
                Entry entry = waiting.removeFirst();
                urgent -= entry.stored() == null ? 0 : 1;
                batch.add(entry);
            }
            room.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private boolean due() {
        Entry first = waiting.peekFirst();
        return closed
                || urgent > 0
                || waiting.size() >= most
                || (first != null && System.nanoTime() - first.since() >= delayNanos);
    }

    private void end(@Nullable Throwable because) {
        lock.lock();
        try {
            closed = true;
            broken = because;
            arrived.signalAll();
            room.signalAll();
            if (because != null) {
                fail(waiting, because);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void fail(Collection<Entry> entries, Throwable because) {
        entries.stream()
                .map(Entry::stored)
                .filter(Objects::nonNull)
                .forEach(stored -> stored.completeExceptionally(because));
    }

    /** Stores what waits, for at most {@link #LAST_WAIT} if the database is away. */
    @Override
    public void close() {
        end(broken);
        try {
            thread.join(LAST_WAIT.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(LAST_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
