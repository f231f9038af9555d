package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only by pausing or when told to, and chance that always comes out the same. */
final class FakeTempo implements Tempo {

    private final double chance;
    private final AtomicLong now = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    FakeTempo(double chance) {
        this.chance = chance;
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** Lets time pass without a pause. */
    void pass(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        now.addAndGet(duration.toNanos());
    }

    @Override
    public double random() {
        return chance;
    }
}
