package dev.grip.kprg.projection;

import java.util.Arrays;

/** Which seeds require which knowledge point, as one ascending row of seed numbers for each knowledge point. */
public final class SeedIndex {

    private final int[] offsets;
    private final int[] seeds;

    private SeedIndex(int[] offsets, int[] seeds) {
        this.offsets = offsets;
        this.seeds = seeds;
    }

    static SeedIndex of(int nodes, int[][] seedSets) {
        int[] offsets = new int[nodes + 1];
        for (int[] set : seedSets) {
            for (int node : set) {
                offsets[node + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        int[] seeds = new int[offsets[nodes]];
        int[] next = offsets.clone();
        for (int seed = 0; seed < seedSets.length; seed++) {
            for (int node : seedSets[seed]) {
                seeds[next[node]++] = seed;
            }
        }
        return new SeedIndex(offsets, seeds);
    }

    public int begin(int node) {
        return offsets[node];
    }

    public int end(int node) {
        return offsets[node + 1];
    }

    public int count(int node) {
        return end(node) - begin(node);
    }

    public int seed(int slot) {
        return seeds[slot];
    }

    public boolean requires(int seed, int node) {
        return Arrays.binarySearch(seeds, offsets[node], offsets[node + 1], seed) >= 0;
    }

    long bytes() {
        return 4L * (offsets.length + seeds.length);
    }
}
