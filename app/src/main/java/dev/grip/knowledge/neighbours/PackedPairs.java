package dev.grip.knowledge.neighbours;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Pairs, nearest first, twelve bytes each; a {@link Pair} is made when one is asked for. Immutable. */
final class PackedPairs extends AbstractList<Pair> implements RandomAccess {

    private final long[] pairs;
    private final float[] scores;

    private PackedPairs(long[] pairs, float[] scores) {
        this.pairs = pairs;
        this.scores = scores;
    }

    /** Each pair once, however often it was found; its score is the same each time. */
    static PackedPairs of(PairBuffer found) {
        long[] byPosition = found.distinct();
        float[] scores = new float[byPosition.length];
        for (int i = 0; i < found.size(); i++) {
            scores[Arrays.binarySearch(byPosition, found.pair(i))] = found.score(i);
        }
        long[] ranks = new long[byPosition.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (long) ~NearestLists.ordered(scores[i]) << 32 | i;
        }
        Arrays.sort(ranks);
        return inOrder(ranks, byPosition, scores);
    }

    private static PackedPairs inOrder(long[] ranks, long[] byPosition, float[] scores) {
        long[] pairs = new long[ranks.length];
        float[] ordered = new float[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            pairs[i] = byPosition[(int) ranks[i]];
            ordered[i] = scores[(int) ranks[i]];
        }
        return new PackedPairs(pairs, ordered);
    }

    @Override
    public Pair get(int index) {
        return new Pair((int) (pairs[index] >> 32), (int) pairs[index], scores[index]);
    }

    @Override
    public int size() {
        return pairs.length;
    }

    /** Adds these pairs to others. */
    void addTo(PairBuffer buffer) {
        for (int i = 0; i < pairs.length; i++) {
            buffer.add((int) (pairs[i] >> 32), (int) pairs[i], scores[i]);
        }
    }
}
