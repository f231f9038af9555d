package dev.grip.pipeline.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * Hands each published slice to one worker at a time, at least once: one that is released, or whose worker does not renew its lease,
 * is handed out again. What was published and not done when the process ends may be lost; the coordinator publishes it anew.
 * Thread-safe.
 */
public interface WorkQueue extends AutoCloseable {

    /**
     * Adds a slice, waiting at most {@code timeout} for room; whether it is in the queue now. One that waits there or is being
     * worked on is not added a second time.
     */
    boolean publish(SliceTask task, Duration timeout) throws InterruptedException;

    /** The next slice to work on; empty when none came in time or the queue is closed. */
    Optional<Lease> take(Duration timeout) throws InterruptedException;

    /** How many slices wait or are being worked on. */
    int size();

    /** Ends all waiting; nothing is handed out afterwards. */
    @Override
    void close();

    /** The right to work on a slice, until it is done, released, or not renewed in time. */
    interface Lease {

        SliceTask task();

        /** How often the slice has been handed out, from 1. */
        int delivery();

        /** Keeps the lease for another period; false when it is lost, and then somebody else may work on the slice. */
        boolean renew();

        /** The slice needs no more work. Without effect when the lease is lost. */
        void done();

        /** Somebody, perhaps the same worker, is to work on the slice again. Without effect when the lease is lost. */
        void release();
    }
}
