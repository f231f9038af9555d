package dev.grip.knowledge.calibration;

import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.embeddings.UnitVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of labelled pairs with their vectors, each name embedded once, and all cosines between them. */
final class Embedded {

    private final Map<String, Integer> places = new HashMap<>();
    private final float[][] vectors;

    private Embedded(List<String> names, float[][] vectors) {
        for (String name : names) {
            places.put(name, places.size());
        }
        this.vectors = vectors;
    }

    /** Throws IllegalStateException when the model leaves a name without a vector that has a direction. */
    static Embedded of(EmbeddingModel model, List<LabelledPair> pairs) {
        Set<String> distinct = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            distinct.add(pair.first());
            distinct.add(pair.second());
        });
        List<String> names = List.copyOf(distinct);
        List<float[]> given = model.embed(names);
        if (given.size() != names.size()) {
            throw useless(model, "gave " + given.size() + " vectors for " + names.size() + " names");
        }
        float[][] vectors = new float[names.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = unit(model, names.get(i), given.get(i));
        }
        return new Embedded(names, vectors);
    }

    private static float[] unit(EmbeddingModel model, String name, float[] given) {
        float[] vector = given.clone();
        if (vector.length != model.dimensions()) {
            throw useless(model, "gave '" + name + "' " + vector.length + " numbers and not " + model.dimensions());
        }
        if (!UnitVectors.normalise(vector)) {
            throw useless(model, "gave '" + name + "' a vector that is zero or not finite");
        }
        return vector;
    }

    private static IllegalStateException useless(EmbeddingModel model, String what) {
        return new IllegalStateException(
                "The embedding model " + model.name() + " " + what + "; check what models.embedding serves");
    }

    int size() {
        return vectors.length;
    }

    List<ScoredPair> score(List<LabelledPair> pairs) {
        List<ScoredPair> scored = new ArrayList<>();
        for (LabelledPair pair : pairs) {
            scored.add(new ScoredPair(pair, cosine(vector(pair.first()), vector(pair.second()))));
        }
        return scored;
    }

    private float[] vector(String name) {
        return vectors[Objects.requireNonNull(places.get(name), name)];
    }

    /** The cosines of every two names, in ascending order: what an index of many names looks like to this model. */
    double[] all() {
        int n = vectors.length;
        double[] cosines = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                cosines[next++] = cosine(vectors[i], vectors[j]);
            }
        }
        Arrays.sort(cosines);
        return cosines;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
