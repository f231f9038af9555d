package dev.grip.pipeline.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A queue inside this process, in order of publication; what is handed out again goes to its end. It keeps nothing on disk. */
public final class LocalQueue implements WorkQueue {

    private final int capacity;
    private final long leaseNanos;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<SliceTask> waiting = new ArrayDeque<>();
    private final Map<String, Integer> deliveries = new HashMap<>();
    /** By slice, the one that ends first at the front. */
    private final Map<String, Held> leased = new LinkedHashMap<>();

    private boolean closed;

    /** At most {@code capacity} slices wait; a lease lasts {@code lease} unless it is renewed. */
    public LocalQueue(int capacity, Duration lease) {
        this(capacity, lease, System::nanoTime);
    }

    LocalQueue(int capacity, Duration lease, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.leaseNanos = lease.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean publish(SliceTask task, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && !deliveries.containsKey(task.slice()) && waiting.size() >= capacity) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            if (!closed && deliveries.putIfAbsent(task.slice(), 0) == null) {
                waiting.addLast(task);
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Lease> take(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                long nextEnd = takeBack();
                SliceTask task = closed ? null : waiting.pollFirst();
                long left = end - System.nanoTime();
                if (task != null) {
                    changed.signalAll();
                    return Optional.of(lease(task));
                }
                if (closed || left <= 0) {
                    return Optional.empty();
                }
                changed.awaitNanos(Math.min(left, Math.max(nextEnd, TimeUnit.MILLISECONDS.toNanos(1))));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            takeBack();
            return waiting.size() + leased.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Lease lease(SliceTask task) {
        int delivery = deliveries.merge(task.slice(), 1, Integer::sum);
        Held held = new Held(task, delivery, nanoTime.getAsLong() + leaseNanos);
        leased.put(task.slice(), held);
        return held;
    }

    /** Makes slices wait again whose lease has ended; returns how long the next one lasts. */
    private long takeBack() {
        long now = nanoTime.getAsLong();
        for (Iterator<Held> held = leased.values().iterator(); held.hasNext(); ) {
            Held first = held.next();
            if (first.ends - now > 0) {
                return first.ends - now;
            }
            held.remove();
            waiting.addLast(first.task);
            changed.signalAll();
        }
        return Long.MAX_VALUE;
    }

    private final class Held implements Lease {

        private final SliceTask task;
        private final int delivery;
        private long ends;

        Held(SliceTask task, int delivery, long ends) {
            this.task = task;
            this.delivery = delivery;
            this.ends = ends;
        }

        @Override
        public SliceTask task() {
            return task;
        }

        @Override
        public int delivery() {
            return delivery;
        }

        @Override
        public boolean renew() {
            return end(() -> {
                ends = nanoTime.getAsLong() + leaseNanos;
                leased.put(task.slice(), this);
            });
        }

        @Override
        public void done() {
            end(() -> deliveries.remove(task.slice()));
        }

        @Override
        public void release() {
            end(() -> waiting.addLast(task));
        }

        /** Takes the lease away, if it is still held, for something else to happen with the slice. */
        private boolean end(Runnable then) {
            lock.lock();
            try {
                takeBack();
                @Nullable Held holder = leased.get(task.slice());
                if (holder != this) {
                    return false;
                }
                leased.remove(task.slice());
                then.run();
                changed.signalAll();
                return true;
            } finally {
                lock.unlock();
            }
        }
    }
}
