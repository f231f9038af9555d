package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The latest projection of one database, held softly. One call loads while the others wait, each for as long as it is not
 * cancelled. What was loaded is held only if no change was committed meanwhile.
 */
final class CachedProjection {

    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final KprgChanges changes = new KprgChanges();
    private final ReentrantLock loading = new ReentrantLock();
    private boolean listening;
    private volatile @Nullable Held held;
    private volatile long lastUsed;

    /** The projection, unless there is none or something has changed. */
    Optional<KprgGraph> held(long epoch) {
        @Nullable Held now = held;
        if (now == null || now.epoch != epoch || now.changes != changes.begun()) {
            return Optional.empty();
        }
        lastUsed = System.nanoTime();
        return Optional.ofNullable(now.kprg.get());
    }

    KprgGraph load(Load load, Runnable roomCheck) {
        lock(load.cancellation());
        try {
            if (!listening) {
                load.database().listen(changes, load.cancellation());
                listening = true;
            }
            // Looked at again: another call may have loaded it while this one waited.
            Optional<KprgGraph> meanwhile = held(load.epoch());
            return meanwhile.isPresent() ? meanwhile.get() : loadUnmixed(load, roomCheck);
        } finally {
            loading.unlock();
        }
    }

    private KprgGraph loadUnmixed(Load load, Runnable roomCheck) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            forget();
            roomCheck.run();
            boolean settled = awaitCommits(load.cancellation());
            long seen = changes.begun();
            KprgGraph kprg = load.run();
            if (seen == changes.begun()) {
                if (settled) {
                    held = new Held(kprg.epoch(), seen, new SoftReference<>(kprg), kprg.bytes());
                    lastUsed = System.nanoTime();
                }
                return kprg;
            }
        }
        throw new IllegalStateException(
                "The KPRG was changed %d times while it was being loaded: try again when the changes are over"
                        .formatted(ATTEMPTS));
    }

    void hold(KprgGraph kprg, long seen) {
        held = new Held(kprg.epoch(), seen, new SoftReference<>(kprg), kprg.bytes());
        lastUsed = System.nanoTime();
    }

    /** Lets the projection go. */
    void forget() {
        held = null;
    }

    long bytes() {
        @Nullable Held now = held;
        return now == null || now.kprg.get() == null ? 0 : now.bytes;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Waits for commits on their way to end, though not for ever: this transaction may hold a lock one of them needs. */
    private boolean awaitCommits(Cancellation cancellation) {
        long start = System.nanoTime();
        while (!changes.settled()) {
            cancellation.check();
            if (System.nanoTime() - start > LONGEST_COMMIT_NANOS) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private void lock(Cancellation cancellation) {
        try {
            while (!loading.tryLock(50, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another call loads the KPRG", interrupted);
        }
    }

    private record Held(long epoch, long changes, SoftReference<KprgGraph> kprg, long bytes) {}
}
