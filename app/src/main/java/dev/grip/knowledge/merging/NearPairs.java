package dev.grip.knowledge.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All pairs of unit vectors whose cosine reaches a bound, nearest first, ties by position. Cost: n²/2 dot products. */
final class NearPairs {

    static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble((Pair pair) -> -pair.score())
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second);

    private NearPairs() {}

    static List<Pair> atLeast(List<float[]> vectors, double bound) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = i + 1; j < vectors.size(); j++) {
                double score = dot(vectors.get(i), vectors.get(j));
                if (score >= bound) {
                    pairs.add(new Pair(i, j, score));
                }
            }
        }
        pairs.sort(NEAREST_FIRST);
        return pairs;
    }

    /** The pairs, in their order, that are among the {@code most} nearest of at least one of their two mentions. */
    static List<Pair> nearestOf(List<Pair> nearestFirst, int mentions, int most) {
        int[] taken = new int[mentions];
        List<Pair> kept = new ArrayList<>();
        for (Pair pair : nearestFirst) {
            if (taken[pair.first()] < most || taken[pair.second()] < most) {
                kept.add(pair);
                taken[pair.first()]++;
                taken[pair.second()]++;
            }
        }
        return kept;
    }

    static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
