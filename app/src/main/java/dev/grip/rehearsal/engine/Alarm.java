package dev.grip.rehearsal.engine;

/** A clock in nanoseconds that can wake its owner: the real one, or one that a test sets. */
public interface Alarm {

    long now();

    /** Calls this at the time, or as soon after it as it can; an earlier time that was set before is still kept. */
    void wake(long time, Runnable action);
}
