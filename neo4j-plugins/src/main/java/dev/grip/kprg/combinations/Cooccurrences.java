package dev.grip.kprg.combinations;

import java.util.Arrays;

/** How many seeds require each two knowledge points together; only pairs that some seed has, ascending. */
public final class Cooccurrences {

    private final long[] pairs;
    private final int[] weights;

    private Cooccurrences(long[] pairs, int[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** Counts pairs in sets of indexes that are ascending and without duplicates. */
    public static Cooccurrences in(int[][] seedSets) {
        long total = Arrays.stream(seedSets)
                .mapToLong(set -> (long) set.length * (set.length - 1) / 2)
                .sum();
        long[] all = new long[Math.toIntExact(total)];
        int length = 0;
        for (int[] set : seedSets) {
            for (int i = 0; i < set.length; i++) {
                for (int j = i + 1; j < set.length; j++) {
                    all[length++] = key(set[i], set[j]);
                }
            }
        }
        Arrays.sort(all);
        return counted(all);
    }

    private static Cooccurrences counted(long[] all) {
        int[] weights = new int[all.length];
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (distinct > 0 && all[i] == all[distinct - 1]) {
                weights[distinct - 1]++;
            } else {
                all[distinct] = all[i];
                weights[distinct++] = 1;
            }
        }
        return new Cooccurrences(Arrays.copyOf(all, distinct), Arrays.copyOf(weights, distinct));
    }

    private static long key(int a, int b) {
        return (long) a << Integer.SIZE | b;
    }

    public int size() {
        return pairs.length;
    }

    /** The place of a pair with {@code a < b}, negative when no seed has it. */
    public int indexOf(int a, int b) {
        return Arrays.binarySearch(pairs, key(a, b));
    }

    public int smaller(int pair) {
        return (int) (pairs[pair] >>> Integer.SIZE);
    }

    public int larger(int pair) {
        return (int) pairs[pair];
    }

    public int weight(int pair) {
        return weights[pair];
    }
}
