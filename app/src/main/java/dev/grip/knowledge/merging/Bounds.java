package dev.grip.knowledge.merging;

/**
 * What a cosine means for one embedding model: at {@code same} and above two names are the same, below {@code distinct} they are
 * different, in between a model is asked.
 */
public record Bounds(double same, double distinct) {

    public Bounds {
        if (!(distinct >= -1 && distinct <= same && same <= 1.01)) {
            throw new IllegalArgumentException(
                    "bounds same " + same + ", distinct " + distinct + "; need -1 <= distinct <= same <= 1.01");
        }
    }
}
