package dev.grip.knowledge.neighbours;

import dev.grip.llm.embeddings.UnitVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Unit vectors for tests: around a common direction, with exact duplicates and zero vectors among them. */
final class SampleVectors {

    private SampleVectors() {}

    static List<float[]> random(int size, int dimensions, long seed) {
        Random random = new Random(seed);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(20);
            if (kind == 0 && i > 0) {
                vectors.add(vectors.get(random.nextInt(i)).clone());
            } else if (kind == 1) {
                vectors.add(new float[dimensions]);
            } else {
                vectors.add(unit(random, dimensions));
            }
        }
        return vectors;
    }

    private static float[] unit(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        double spread = random.nextInt(4) == 0 ? 0.05 : 0.6;
        do {
            for (int k = 0; k < dimensions; k++) {
                vector[k] = (float) (random.nextGaussian() * spread + (k % 3 == 0 ? 0.5 : 0));
            }
        } while (!UnitVectors.normalise(vector));
        return vector;
    }
}
