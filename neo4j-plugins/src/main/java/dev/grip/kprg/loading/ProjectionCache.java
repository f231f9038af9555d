package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The cached projections of one server, together within one bound. Safe to share. */
final class ProjectionCache {

    private final Map<UUID, CachedProjection> projections = new ConcurrentHashMap<>();

    CachedProjection of(UUID database) {
        return projections.computeIfAbsent(database, id -> new CachedProjection());
    }

    KprgGraph current(Load load, long epoch) {
        if (load.database().changedHere()) {
            check(load.database());
            return load.run();
        }
        var projection = of(load.database().id());
        return projection.held(epoch).orElseGet(() -> loaded(projection, load));
    }

    private KprgGraph loaded(CachedProjection projection, Load load) {
        KprgGraph kprg = projection.load(load, () -> check(load.database()));
        evict(projection, load.database().memoryLimit());
        return kprg;
    }

    private void check(Database database) {
        MemoryEstimate estimate = database.estimate();
        long limit = database.memoryLimit();
        if (estimate.bytes() > freeHeap()) {
            // Softly held projections and garbage count as used until they are collected.
            projections.values().forEach(CachedProjection::forget);
            System.gc();
        }
        estimate.check(limit, freeHeap());
    }

    /** Lets the least recently used projections go until the rest is within the limit; never the one just loaded. */
    synchronized void evict(CachedProjection latest, long limit) {
        while (bytes() > limit) {
            Optional<CachedProjection> oldest = projections.values().stream()
                    .filter(projection -> projection != latest && projection.bytes() > 0)
                    .min(Comparator.comparingLong(CachedProjection::lastUsed));
            if (oldest.isEmpty()) {
                return;
            }
            oldest.get().forget();
        }
    }

    private long bytes() {
        return projections.values().stream().mapToLong(CachedProjection::bytes).sum();
    }

    private static long freeHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
