package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.SeedIndex;
import java.util.Arrays;

/** The knowledge points that each seed requires, ascending. */
final class SeedSets {

    private final int[] offsets;
    private final int[] required;

    SeedSets(KprgGraph graph) {
        SeedIndex seeds = graph.seeds();
        this.offsets = new int[seeds.seeds() + 1];
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = seeds.begin(node); slot < seeds.end(node); slot++) {
                offsets[seeds.seed(slot) + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        this.required = new int[offsets[offsets.length - 1]];
        int[] next = offsets.clone();
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = seeds.begin(node); slot < seeds.end(node); slot++) {
                required[next[seeds.seed(slot)]++] = node;
            }
        }
    }

    /** The place of the first knowledge point of a seed that is larger than one of its own. */
    int after(int seed, int node) {
        return Arrays.binarySearch(required, offsets[seed], offsets[seed + 1], node) + 1;
    }

    int end(int seed) {
        return offsets[seed + 1];
    }

    int required(int place) {
        return required[place];
    }
}
