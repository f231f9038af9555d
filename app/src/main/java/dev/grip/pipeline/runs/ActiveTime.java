package dev.grip.pipeline.runs;

import java.util.concurrent.TimeUnit;

/** For how long a run has been carried out, of all processes before and of this one; waiting for its turn does not count. Thread-safe. */
final class ActiveTime {

    private final long before;
    private volatile long began;
    private volatile boolean going;

    /** Goes on from so many milliseconds. */
    ActiveTime(long before) {
        this.before = before;
    }

    void begin() {
        began = System.nanoTime();
        going = true;
    }

    long millis() {
        return going ? before + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) : before;
    }

    double seconds() {
        return millis() / 1000.0;
    }
}
