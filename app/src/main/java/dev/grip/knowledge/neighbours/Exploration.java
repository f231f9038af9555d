package dev.grip.knowledge.neighbours;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** What the threads of one exact search share. The lists of a block's mentions are guarded by the block's lock. */
final class Exploration {

    private final Vectors vectors;
    private final Reach reach;
    private final PairFilter filter;
    private final Tiles tiles;
    private final NearestLists nearest;
    private final Object[] locks;
    private final long mostPairs;
    private final AtomicLong found = new AtomicLong();
    private volatile boolean stopped;

    Exploration(Vectors vectors, Reach reach, PairFilter filter, Progress progress, long mostPairs) {
        this.vectors = vectors;
        this.reach = reach;
        this.filter = filter;
        this.tiles = new Tiles(vectors, progress);
        this.nearest = new NearestLists(vectors.size(), reach.k());
        this.locks = new Object[vectors.blocks()];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
        this.mostPairs = mostPairs;
    }

    Vectors vectors() {
        return vectors;
    }

    Reach reach() {
        return reach;
    }

    PairFilter filter() {
        return filter;
    }

    Tiles tiles() {
        return tiles;
    }

    NearestLists nearest() {
        return nearest;
    }

    Object lock(int block) {
        return locks[block];
    }

    void stop() {
        stopped = true;
    }

    void checkStopped() {
        if (stopped) {
            throw new CancellationException("The search for near pairs was stopped");
        }
    }

    /** Counts pairs of the same meaning, of which a search keeps all. */
    void count(int pairs) {
        if (pairs > 0 && found.addAndGet(pairs) > mostPairs) {
            throw new IllegalStateException("More than " + mostPairs + " pairs of mentions have a cosine of at least "
                    + reach.same() + ", more than fit into memory: raise the embedding model's bound 'same'"
                    + " (knowledge.bounds), or give Java more memory with -Xmx");
        }
    }
}
