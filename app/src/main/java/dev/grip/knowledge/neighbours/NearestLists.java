package dev.grip.knowledge.neighbours;

import java.util.Arrays;

/**
 * For every mention the k best neighbours offered so far: a heap of longs with the worst first, score above position, so that larger
 * is nearer and, among equals, the smaller position. Not thread-safe for one mention.
 */
final class NearestLists {

    private static final long NONE = Long.MIN_VALUE;
    private static final long[] EMPTY = {};

    private final int k;
    private final long[][] heaps;

    NearestLists(int mentions, int k) {
        this.k = k;
        this.heaps = new long[mentions][];
        Arrays.fill(heaps, EMPTY);
    }

    void offer(int mention, int neighbour, float score) {
        if (k == 0) {
            return;
        }
        long entry = entry(neighbour, score);
        long[] heap = heaps[mention];
        if (heap.length == 0) {
            heap = new long[k];
            Arrays.fill(heap, NONE);
            heaps[mention] = heap;
        }
        if (entry > heap[0]) {
            replaceWorst(heap, entry);
        }
    }

    private static void replaceWorst(long[] heap, long entry) {
        int place = 0;
        int child = 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (entry <= heap[child]) {
                break;
            }
            heap[place] = heap[child];
            place = child;
            child = 2 * place + 1;
        }
        heap[place] = entry;
    }

    void clear(int mention) {
        heaps[mention] = EMPTY;
    }

    /** A mention's entries, nearest first; read them with {@link #neighbour} and {@link #score}. */
    long[] of(int mention) {
        long[] heap = heaps[mention];
        if (heap == null) {
            return new long[0];
        }
        long[] rising =
                Arrays.stream(heap).filter(entry -> entry != NONE).sorted().toArray();
        long[] entries = new long[rising.length];
        for (int i = 0; i < rising.length; i++) {
            entries[i] = rising[rising.length - 1 - i];
        }
        return entries;
    }

    private static long entry(int neighbour, float score) {
        return (long) ordered(score) << 32 | (~neighbour & 0xffff_ffffL);
    }

    static int neighbour(long entry) {
        return ~(int) entry;
    }

    static float score(long entry) {
        return Float.intBitsToFloat(turned((int) (entry >> 32)));
    }

    /** Bits that are ordered as the numbers are; -0 becomes 0. */
    static int ordered(float score) {
        return turned(Float.floatToIntBits(score + 0f));
    }

    private static int turned(int bits) {
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
