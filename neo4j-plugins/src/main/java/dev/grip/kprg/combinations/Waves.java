package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the implicit pairs of up to 64 units at once: every knowledge point carries a bit for each of them, and a wave from
 * all of them passes over an edge together (Then et al. 2014, "The More the Merrier: Efficient Multi-Source Graph
 * Traversal"). Pays when the units lie close to each other. For use by one thread.
 */
final class Waves {

    private final KprgGraph graph;
    private final int least;
    private final Wave near;
    private final Wave second;
    private final Wave heavyNear;
    private final Wave heavySecond;
    private final Wave third;

    Waves(KprgGraph graph, Limits limits) {
        this.graph = graph;
        this.least = limits.implicit();
        this.near = new Wave(graph.nodes());
        this.second = new Wave(graph.nodes());
        this.third = new Wave(graph.nodes());
        this.heavyNear = least == 0 ? near : new Wave(graph.nodes());
        this.heavySecond = least == 0 ? second : new Wave(graph.nodes());
    }

    /** Counts for each unit the larger knowledge points at distance 2. */
    void countTwoHop(int[] units, long[] counts) {
        start(units);
        pass(heavyNear, null, least, heavySecond);
        for (int i = 0; i < heavySecond.count; i++) {
            int b = heavySecond.touched[i];
            tell(heavySecond.bits[b] & ~near.bits[b], b, units, counts);
        }
        clear();
    }

    /** Counts for each unit the larger knowledge points at distance 3. */
    void countThreeHop(int[] units, long[] counts) {
        start(units);
        pass(near, null, 0, second);
        if (heavySecond != second) {
            pass(heavyNear, null, least, heavySecond);
        }
        pass(heavySecond, near, least, third);
        for (int i = 0; i < third.count; i++) {
            int b = third.touched[i];
            tell(third.bits[b] & ~second.bits[b] & ~near.bits[b], b, units, counts);
        }
        clear();
    }

    private void start(int[] units) {
        for (int i = 0; i < units.length; i++) {
            for (int slot = graph.begin(units[i]); slot < graph.end(units[i]); slot++) {
                near.reach(graph.target(slot), 1L << i);
                if (heavyNear != near && graph.level(slot) >= least) {
                    heavyNear.reach(graph.target(slot), 1L << i);
                }
            }
        }
    }

    private void pass(Wave from, @Nullable Wave without, int bound, Wave to) {
        for (int i = 0; i < from.count; i++) {
            int node = from.touched[i];
            long bits = without == null ? from.bits[node] : from.bits[node] & ~without.bits[node];
            if (bits != 0) {
                int end = graph.end(node);
                for (int slot = graph.begin(node); slot < end; slot++) {
                    if (graph.level(slot) >= bound) {
                        to.reach(graph.target(slot), bits);
                    }
                }
            }
        }
    }

    private static void tell(long reached, int b, int[] units, long[] counts) {
        long bits = reached;
        if (bits != 0 && b <= units[units.length - 1]) {
            int found = Arrays.binarySearch(units, b);
            bits &= (1L << (found < 0 ? -found - 1 : found)) - 1;
        }
        while (bits != 0) {
            counts[units[Long.numberOfTrailingZeros(bits)] + 1]++;
            bits &= bits - 1;
        }
    }

    private void clear() {
        near.clear();
        second.clear();
        heavyNear.clear();
        heavySecond.clear();
        third.clear();
    }

    /** Which units a wave has come from at each knowledge point, and a list of those it has come to. */
    private static final class Wave {

        private final long[] bits;
        private final int[] touched;
        private int count;

        Wave(int nodes) {
            this.bits = new long[nodes];
            this.touched = new int[nodes];
        }

        void reach(int node, long from) {
            if (bits[node] == 0) {
                touched[count++] = node;
            }
            bits[node] |= from;
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                bits[touched[i]] = 0;
            }
            count = 0;
        }
    }
}
