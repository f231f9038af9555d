package dev.grip.kprg.projection;

import dev.grip.kprg.runtime.Cancellation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * The projections in memory: the latest of each database, loaded by the first call that needs it while the others wait.
 * A projection stays until {@code kprg.build} changes the epoch, whatever else is written meanwhile.
 */
public final class Projections {

    private static final int ATTEMPTS = 5;
    private static final ReentrantLock LOADING = new ReentrantLock();
    private static final Map<String, Loaded> LATEST = new HashMap<>();

    private Projections() {}

    /** The KPRG as the last build left it, empty when there has been no build. */
    public static Optional<KprgGraph> current(Transaction transaction, Cancellation cancellation) {
        var reader = new KprgReader(transaction, cancellation);
        if (reader.stamp().isEmpty()) {
            return Optional.empty();
        }
        lock(cancellation);
        try {
            return Optional.of(cachedOrLoaded(reader));
        } finally {
            LOADING.unlock();
        }
    }

    private static KprgGraph cachedOrLoaded(KprgReader reader) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stamp before = reader.stamp().orElseThrow();
            @Nullable Loaded loaded = LATEST.get(before.elementId());
            if (loaded != null && loaded.stamp().equals(before)) {
                return loaded.graph();
            }
            Optional<KprgGraph> graph = reader.load(before);
            // A build that commits while the entities are read would leave a mixture of two epochs.
            if (graph.isPresent() && reader.stamp().orElseThrow().equals(before)) {
                LATEST.put(before.elementId(), new Loaded(before, graph.get()));
                return graph.get();
            }
            if (reader.stamp().orElseThrow().equals(before)) {
                throw new IllegalStateException(("The knowledge points have changed since epoch %d of the KPRG was"
                                + " built: CALL kprg.build() and start again")
                        .formatted(before.epoch()));
            }
        }
        throw new IllegalStateException(
                "The KPRG was rebuilt %d times while it was being loaded: try again when the".formatted(ATTEMPTS)
                        + " builds are over");
    }

    private static void lock(Cancellation cancellation) {
        try {
            while (!LOADING.tryLock(50, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another call loads the KPRG", interrupted);
        }
    }

    private record Loaded(Stamp stamp, KprgGraph graph) {}
}
