package dev.grip.knowledge.neighbours;

/**
 * What is looked for: all pairs with a cosine of at least {@code same}, and for every mention its {@code k} nearest among those in
 * [{@code bound}, {@code same}). So pairs that merge anyway use up no mention's k; with {@code same} above 1 these are its plain k
 * nearest.
 */
public record Reach(double bound, double same, int k) {

    public Reach {
        if (!(same >= bound)) {
            throw new IllegalArgumentException(
                    "same " + same + ", bound " + bound + ": same must be at least the bound");
        }
        if (k < 0) {
            throw new IllegalArgumentException("k is " + k + "; it must be 0 or more");
        }
    }

    float lowest() {
        return atLeast(bound);
    }

    float lowestSame() {
        return atLeast(same);
    }

    /** The smallest float that is not below a bound, so that floats can be compared instead. */
    private static float atLeast(double bound) {
        float nearest = (float) bound;
        return nearest < bound ? Math.nextUp(nearest) : nearest;
    }
}
