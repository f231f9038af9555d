package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.SeedIndex;
import dev.grip.kprg.runtime.Cancellation;
import java.util.Arrays;

/**
 * The pairs of knowledge points that some seed requires together and that have no edge all the same. After a build there
 * are none; edges and requirements changed by hand may leave some. Only these can be implicit pairs that are not novel.
 */
final class LoosePairs {

    private static final int SEEDS_A_CHECK = 4096;

    private LoosePairs() {}

    /** The pairs as {@code smaller << 32 | larger}, ascending. */
    static long[] of(KprgGraph graph, Cancellation cancellation) {
        return graph.remembered(LoosePairs.class, () -> find(graph, cancellation));
    }

    private static long[] find(KprgGraph graph, Cancellation cancellation) {
        int[] offsets = new int[graph.seeds().seeds() + 1];
        int[] required = bySeed(graph, offsets);
        long[] pairs = new long[16];
        int count = 0;
        for (int seed = 0; seed + 1 < offsets.length; seed++) {
            if (seed % SEEDS_A_CHECK == 0) {
                cancellation.check();
            }
            for (int i = offsets[seed]; i < offsets[seed + 1]; i++) {
                for (int j = i + 1; j < offsets[seed + 1]; j++) {
                    if (graph.slot(required[j], required[i]) < 0) {
                        pairs = count == pairs.length ? Arrays.copyOf(pairs, 2 * count) : pairs;
                        pairs[count++] = (long) required[i] << Integer.SIZE | required[j];
                    }
                }
            }
        }
        return Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
    }

    /** The knowledge points of each seed, ascending. */
    private static int[] bySeed(KprgGraph graph, int[] offsets) {
        SeedIndex seeds = graph.seeds();
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = seeds.begin(node); slot < seeds.end(node); slot++) {
                offsets[seeds.seed(slot) + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        int[] required = new int[offsets[offsets.length - 1]];
        int[] next = offsets.clone();
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = seeds.begin(node); slot < seeds.end(node); slot++) {
                required[next[seeds.seed(slot)]++] = node;
            }
        }
        return required;
    }
}
