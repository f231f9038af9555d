package dev.grip.combinations;

import dev.grip.graph.Key;
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

    /** The key of a combination of these knowledge points, in the order of their ids. */
    public static String keyOf(List<String> sortedIds) {
        return Key.of("combination", String.join("|", sortedIds));
    }

    /** The combination and which repetition of it this is, as slices keep it. */
    public String reference() {
        return key + "#" + sample;
    }

    /** The same combination, the {@code sample}-th time it is used. */
    Combination repetition(int sample) {
        return new Combination(key, kind, distance, weight, ids, names, sample);
    }
}
