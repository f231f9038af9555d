package dev.grip.kprg.projection;

import java.util.Arrays;
import java.util.List;

/** Undirected weighted neighbours as compressed sparse rows: each row ascending, each edge in two rows. */
final class Adjacency {

    private final int[] offsets;
    private final int[] targets;
    private final char[] levels;

    private Adjacency(int[] offsets, int[] targets, char[] levels) {
        this.offsets = offsets;
        this.targets = targets;
        this.levels = levels;
    }

    /** Rows in the order read, with doubles and loops still in them: the raw material of an adjacency. */
    static final class Raw {

        private final int[] offsets;
        private final int[] targets;
        private final char[] levels;
        private final int[] degrees;

        private Raw(int[] offsets, int[] targets, char[] levels) {
            this.offsets = offsets;
            this.targets = targets;
            this.levels = levels;
            this.degrees = degrees(offsets, targets);
        }

        static Raw of(int nodes, List<EdgeList> edges, Levels levels) {
            int[] offsets = new int[nodes + 1];
            for (EdgeList list : edges) {
                for (int edge = 0; edge < list.size(); edge++) {
                    offsets[list.from(edge) + 1]++;
                    offsets[list.to(edge) + 1]++;
                }
            }
            Arrays.parallelPrefix(offsets, Math::addExact);
            int[] targets = new int[offsets[nodes]];
            char[] weights = new char[offsets[nodes]];
            int[] next = offsets.clone();
            for (EdgeList list : edges) {
                for (int edge = 0; edge < list.size(); edge++) {
                    char level = (char) levels.atLeast(list.weight(edge));
                    put(next[list.from(edge)]++, list.to(edge), level, targets, weights);
                    put(next[list.to(edge)]++, list.from(edge), level, targets, weights);
                }
            }
            return new Raw(offsets, targets, weights);
        }

        private static void put(int slot, int target, char level, int[] targets, char[] levels) {
            targets[slot] = target;
            levels[slot] = level;
        }

        private static int[] degrees(int[] offsets, int[] targets) {
            int[] degrees = new int[offsets.length - 1];
            int[] seenBy = new int[degrees.length];
            for (int node = 0; node < degrees.length; node++) {
                seenBy[node] = node + 1;
                for (int slot = offsets[node]; slot < offsets[node + 1]; slot++) {
                    if (seenBy[targets[slot]] != node + 1) {
                        seenBy[targets[slot]] = node + 1;
                        degrees[node]++;
                    }
                }
            }
            return degrees;
        }

        /** The number of different neighbours of a node, itself not counted. */
        int degree(int node) {
            return degrees[node];
        }

        /**
         * The rows in another order of the nodes. Loops are left out, and of two edges between the same nodes the one of
         * the larger weight stays.
         *
         * @param order the node at each new place
         */
        Adjacency inOrder(int[] order) {
            int[] place = new int[order.length];
            int[] offsets = new int[order.length + 1];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
                offsets[i + 1] = Math.addExact(offsets[i], degrees[order[i]]);
            }
            var sorted = new Adjacency(offsets, new int[offsets[order.length]], new char[offsets[order.length]]);
            int[] next = offsets.clone();
            // Every node appends itself to its neighbours' rows, in order: so the rows come out sorted.
            for (int i = 0; i < order.length; i++) {
                for (int slot = this.offsets[order[i]]; slot < this.offsets[order[i] + 1]; slot++) {
                    sorted.append(place[targets[slot]], i, levels[slot], next);
                }
            }
            return sorted;
        }
    }

    private void append(int row, int target, char level, int[] next) {
        int slot = next[row];
        if (slot > offsets[row] && targets[slot - 1] == target) {
            levels[slot - 1] = (char) Math.max(levels[slot - 1], level);
        } else if (row != target) {
            targets[slot] = target;
            levels[slot] = level;
            next[row]++;
        }
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

    int level(int slot) {
        return levels[slot];
    }

    int slot(int a, int b) {
        return Arrays.binarySearch(targets, offsets[a], offsets[a + 1], b);
    }

    long bytes() {
        return 4L * (offsets.length + targets.length) + 2L * levels.length;
    }
}
