package dev.grip.knowledge.neighbours;

import java.util.Arrays;

/** Pairs in the order found, twelve bytes each, in arrays that grow. */
final class PairBuffer {

    private long[] pairs = new long[64];
    private float[] scores = new float[64];
    private int size;

    void add(int first, int second, float score) {
        if (size == pairs.length) {
            int grown = Math.addExact(size, size >> 1);
            pairs = Arrays.copyOf(pairs, grown);
            scores = Arrays.copyOf(scores, grown);
        }
        pairs[size] = (long) first << 32 | second;
        scores[size++] = score;
    }

    void addAll(PairBuffer other) {
        int needed = Math.addExact(size, other.size);
        if (needed > pairs.length) {
            pairs = Arrays.copyOf(pairs, needed);
            scores = Arrays.copyOf(scores, needed);
        }
        System.arraycopy(other.pairs, 0, pairs, size, other.size);
        System.arraycopy(other.scores, 0, scores, size, other.size);
        size = needed;
    }

    int size() {
        return size;
    }

    long pair(int index) {
        return pairs[index];
    }

    float score(int index) {
        return scores[index];
    }

    /** The pairs by position, each once. */
    long[] distinct() {
        long[] sorted = Arrays.copyOf(pairs, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == size ? sorted : Arrays.copyOf(sorted, kept);
    }
}
