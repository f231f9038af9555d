package dev.grip.rehearsal.engine;

import java.time.Duration;
import java.util.PriorityQueue;

/** A clock that stands still until a test moves it, and wakes whom it promised to on the way. */
final class VirtualTime implements Alarm {

    private final PriorityQueue<Promise> promises = new PriorityQueue<>();
    private long now = 1_000;
    private long order;

    private record Promise(long time, long order, Runnable action) implements Comparable<Promise> {

        @Override
        public int compareTo(Promise other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void wake(long time, Runnable action) {
        promises.add(new Promise(time, order++, action));
    }

    /** Lets so much time pass. */
    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!promises.isEmpty() && promises.peek().time() <= until) {
            Promise next = promises.remove();
            now = Math.max(now, next.time());
            next.action().run();
        }
        now = until;
    }

    /** Lets time pass until nobody waits for anything. */
    void passUntilQuiet() {
        while (!promises.isEmpty()) {
            pass(Duration.ofNanos(Math.max(0, promises.peek().time() - now)));
        }
    }
}
