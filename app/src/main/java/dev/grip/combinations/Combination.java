package dev.grip.combinations;

import java.util.List;

/**
 * Knowledge points to make one problem from. {@code kind} is a {@link Kind} or {@code SELECTED} for a selection that is none
 * of them; {@code distance} is 0 when unknown; {@code sample} counts repetitions of the same combination from 0.
 */
public record Combination(
        String key, String kind, int distance, double weight, List<String> ids, List<String> names, int sample) {

    public static final String SELECTED = "SELECTED";

    public Combination {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }

    /** The same combination, the {@code sample}-th time it is used. */
    Combination repetition(int sample) {
        return new Combination(key, kind, distance, weight, ids, names, sample);
    }
}
