package dev.grip.knowledge.neighbours;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares all pairs: n²/2 dot products in tiles of blocks, upper triangle only, on a fixed number of threads. The result does not
 * depend on their number.
 */
final class ExactSearch {

    /** What a kept pair of the same meaning needs at the peak, when lists of all of them are sorted. */
    private static final long BYTES_A_PAIR = 96;

    private final int threads;
    private final long mostPairs;

    /** As many pairs of the same meaning as fit into half of the heap. */
    ExactSearch(int threads) {
        this(threads, Runtime.getRuntime().maxMemory() / 2 / BYTES_A_PAIR);
    }

    ExactSearch(int threads, long mostPairs) {
        this.threads = threads;
        this.mostPairs = mostPairs;
    }

    Neighbours find(Vectors vectors, Reach reach, PairFilter filter, Progress progress) {
        var shared = new Exploration(vectors, reach, filter, progress, mostPairs);
        List<Explorer> explorers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            explorers.add(new Explorer(shared));
        }
        Workers.run(explorers, shared::stop);
        PairBuffer same = new PairBuffer();
        long[] histogram = new long[CosineHistogram.STEPS];
        long above = 0;
        for (Explorer explorer : explorers) {
            explorer.addTo(same);
            explorer.addTo(histogram);
            above += explorer.above();
        }
        return Neighbours.exact(
                new FoundLists(vectors.size(), reach, shared.nearest(), same),
                new Neighbours.Counts(above, CosineHistogram.of(histogram)));
    }
}
