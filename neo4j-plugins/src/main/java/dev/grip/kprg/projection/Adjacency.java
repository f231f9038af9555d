package dev.grip.kprg.projection;

import java.util.Arrays;

/** Undirected weighted neighbours as compressed sparse rows: each row ascending, each edge in two rows. */
final class Adjacency {

    private final int[] offsets;
    private final int[] targets;
    private final int[] weights;

    private Adjacency(int[] offsets, int[] targets, int[] weights) {
        this.offsets = offsets;
        this.targets = targets;
        this.weights = weights;
    }

    static Adjacency of(int nodes, EdgeList edges) {
        int[] offsets = new int[nodes + 1];
        for (int edge = 0; edge < edges.size(); edge++) {
            offsets[edges.from(edge) + 1]++;
            offsets[edges.to(edge) + 1]++;
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        // Target and weight travel in one long, so that sorting a row keeps them together.
        long[] packed = new long[offsets[nodes]];
        int[] next = offsets.clone();
        for (int edge = 0; edge < edges.size(); edge++) {
            packed[next[edges.from(edge)]++] = pack(edges.to(edge), edges.weight(edge));
            packed[next[edges.to(edge)]++] = pack(edges.from(edge), edges.weight(edge));
        }
        return sorted(offsets, packed);
    }

    private static Adjacency sorted(int[] offsets, long[] packed) {
        int[] targets = new int[packed.length];
        int[] weights = new int[packed.length];
        for (int node = 0; node + 1 < offsets.length; node++) {
            Arrays.sort(packed, offsets[node], offsets[node + 1]);
            for (int slot = offsets[node]; slot < offsets[node + 1]; slot++) {
                targets[slot] = (int) (packed[slot] >>> Integer.SIZE);
                weights[slot] = (int) packed[slot];
                boolean twice = slot > offsets[node] && targets[slot] == targets[slot - 1];
                if (twice || targets[slot] == node) {
                    throw new IllegalArgumentException(
                            "%d and %d must be two nodes with one edge".formatted(node, targets[slot]));
                }
            }
        }
        return new Adjacency(offsets, targets, weights);
    }

    private static long pack(int target, int weight) {
        return (long) target << Integer.SIZE | weight;
    }

    int slots() {
        return targets.length;
    }

    int begin(int node) {
        return offsets[node];
    }

    int target(int slot) {
        return targets[slot];
    }

    int weight(int slot) {
        return weights[slot];
    }

    int slot(int a, int b) {
        return Arrays.binarySearch(targets, offsets[a], offsets[a + 1], b);
    }

    long bytes() {
        return 4L * (offsets.length + targets.length + weights.length);
    }
}
