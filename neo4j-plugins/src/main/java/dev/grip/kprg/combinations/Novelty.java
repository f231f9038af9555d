package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.SeedIndex;
import java.util.Arrays;

/**
 * Tells the combinations no seed has: those whose knowledge points are not all required by any single seed. Quick for rows
 * that begin with the same two. For use by one thread.
 */
final class Novelty {

    private final SeedIndex seeds;
    private int[] shared = new int[16];
    private int count;
    private int a = -1;
    private int b = -1;

    Novelty(KprgGraph graph) {
        this.seeds = graph.seeds();
    }

    boolean isNovel(Rows rows, int row, int size) {
        share(rows.member(row, 0), rows.member(row, 1));
        for (int i = 0; i < count; i++) {
            if (requiresRest(shared[i], rows, row, size)) {
                return false;
            }
        }
        return true;
    }

    private boolean requiresRest(int seed, Rows rows, int row, int size) {
        for (int i = 2; i < size; i++) {
            if (!seeds.requires(seed, rows.member(row, i))) {
                return false;
            }
        }
        return true;
    }

    /** Collects the seeds that require both. */
    private void share(int newA, int newB) {
        if (newA == a && newB == b) {
            return;
        }
        a = newA;
        b = newB;
        count = 0;
        int rarer = seeds.count(a) < seeds.count(b) ? a : b;
        int other = rarer == a ? b : a;
        for (int slot = seeds.begin(rarer); slot < seeds.end(rarer); slot++) {
            if (seeds.requires(seeds.seed(slot), other)) {
                keep(seeds.seed(slot));
            }
        }
    }

    private void keep(int seed) {
        if (count == shared.length) {
            shared = Arrays.copyOf(shared, 2 * count);
        }
        shared[count++] = seed;
    }
}
