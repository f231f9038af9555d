package dev.grip.bench;

import java.util.ArrayList;
import java.util.List;

/** Near pairs as one would first write it: two loops, a dot product a pair. */
final class NaiveLoop {

    private NaiveLoop() {}

    /** Two positions and their cosine. */
    record Near(int first, int second, double cosine) {}

    static List<Near> above(List<float[]> vectors, double bound) {
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = i + 1; j < vectors.size(); j++) {
                double cosine = dot(vectors.get(i), vectors.get(j));
                if (cosine >= bound) {
                    near.add(new Near(i, j, cosine));
                }
            }
        }
        return near;
    }

    private static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
