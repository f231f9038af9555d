package dev.grip.knowledge.neighbours;

import java.util.ArrayList;
import java.util.List;

/** Every pair by a double loop over lists of vectors: what any search must find. */
final class Naive {

    private Naive() {}

    static List<Pair> pairs(List<float[]> vectors, double bound) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = i + 1; j < vectors.size(); j++) {
                float score = Math.min(dot(vectors.get(i), vectors.get(j)), 1);
                if (score >= bound) {
                    pairs.add(new Pair(i, j, score));
                }
            }
        }
        pairs.sort(Pair.NEAREST_FIRST);
        return pairs;
    }

    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Of all pairs, nearest first, those of one mention below {@code same}, at most k. */
    static List<Pair> nearest(List<Pair> all, Reach reach, int mention) {
        return all.stream()
                .filter(pair -> pair.first() == mention || pair.second() == mention)
                .filter(pair -> pair.score() >= reach.bound() && pair.score() < reach.same())
                .limit(reach.k())
                .toList();
    }
}
