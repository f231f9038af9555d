package dev.grip.bench;

import dev.grip.llm.embeddings.UnitVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Unit vectors spread like an embedding model's of names from one subject: all share a direction, those of one topic share a second
 * one, every tenth is nearly an earlier one. Of all pairs 2 to 3 in 100 have a cosine above 0.70, as with bge-small-en-v1.5 on names
 * of mathematics. The same for the same size.
 */
final class SyntheticVectors {

    static final int DIMENSIONS = 384;

    private static final int TOPICS = 36;
    private static final double COMMON = 0.70;
    private static final int SYNONYM_EVERY = 10;
    private static final double SYNONYM_NOISE = 0.25;

    private final SplittableRandom random = new SplittableRandom(42);
    private final float[] common = direction();
    private final List<float[]> topics = new ArrayList<>();

    private SyntheticVectors() {
        for (int i = 0; i < TOPICS; i++) {
            topics.add(direction());
        }
    }

    static List<float[]> of(int size) {
        var source = new SyntheticVectors();
        List<float[]> vectors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            boolean synonym = i % SYNONYM_EVERY == SYNONYM_EVERY - 1;
            vectors.add(synonym ? source.near(vectors.get(source.random.nextInt(i))) : source.name());
        }
        return vectors;
    }

    private float[] name() {
        float[] topic = topics.get(random.nextInt(TOPICS));
        float[] own = direction();
        double noise = 0.10 + 0.24 * random.nextDouble();
        double shared = Math.sqrt(COMMON * (1 - noise));
        double special = Math.sqrt((1 - COMMON) * (1 - noise));
        for (int k = 0; k < DIMENSIONS; k++) {
            own[k] = (float) (shared * common[k] + special * topic[k] + Math.sqrt(noise) * own[k]);
        }
        return unit(own);
    }

    private float[] near(float[] other) {
        float[] own = direction();
        for (int k = 0; k < DIMENSIONS; k++) {
            own[k] = (float) (other[k] + SYNONYM_NOISE * own[k]);
        }
        return unit(own);
    }

    private float[] direction() {
        float[] vector = new float[DIMENSIONS];
        for (int k = 0; k < DIMENSIONS; k++) {
            vector[k] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        if (!UnitVectors.normalise(vector)) {
            throw new IllegalStateException("A random vector has no direction");
        }
        return vector;
    }
}
