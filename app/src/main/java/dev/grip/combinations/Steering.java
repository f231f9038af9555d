package dev.grip.combinations;

import org.jspecify.annotations.Nullable;

/**
 * Lets kinds and {@link Regions} with better yields have more of the combinations, round by round. At least {@code novelty} of every round (0 to 1) are
 * of kinds that no single seed contains as such, which are all but ONE_HOP, as long as there are any. {@code round} is how many
 * combinations a round has; null for a tenth of all, between 20 and 2,000.
 */
public record Steering(double novelty, @Nullable Integer round) {

    /** Half of every round is novel. */
    public static final double NOVELTY = 0.5;

    private static final int LEAST = 20;
    private static final int MOST = 2000;
    private static final int ROUNDS = 10;

    public Steering {
        if (!(novelty >= 0 && novelty <= 1)) {
            throw new IllegalArgumentException("novelty is " + novelty + "; it must be between 0 and 1");
        }
        if (round != null && round < 1) {
            throw new IllegalArgumentException("round is " + round + "; it must be at least 1");
        }
    }

    /** How many combinations a round has when there are so many in all. */
    public int roundOf(long all) {
        return round == null ? (int) Math.max(LEAST, Math.min(MOST, all / ROUNDS)) : round;
    }
}
