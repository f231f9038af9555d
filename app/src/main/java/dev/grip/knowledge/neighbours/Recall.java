package dev.grip.knowledge.neighbours;

import java.util.Locale;

/**
 * How much a vector index finds of what is there.
 *
 * @param sample mentions whose neighbours were also computed exactly
 * @param k neighbours looked for of each
 * @param share found of all that the exact search finds, 1 when there are none
 */
public record Recall(int sample, int k, double share) {

    private static final double ENOUGH = 0.95;

    /** Whether so much is missed that people should know. */
    public boolean low() {
        return share < ENOUGH;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "recall@%d %.4f on a sample of %,d", k, share, sample);
    }
}
