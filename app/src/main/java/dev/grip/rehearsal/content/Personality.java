package dev.grip.rehearsal.content;

/**
 * How a simulated model differs from the others: what it adds to every score it gives, how far its scores scatter, and
 * how often (0 to 1) it solves or judges wrongly.
 */
public record Personality(double scoreBias, double scoreNoise, double solverErrorRate, double judgeErrorRate) {

    /** A model that never errs, for tests of everything else. */
    public static final Personality FLAWLESS = new Personality(0, 0, 0, 0);

    public Personality {
        requireShare("solverErrorRate", solverErrorRate);
        requireShare("judgeErrorRate", judgeErrorRate);
        requireShare("scoreNoise", scoreNoise);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; give a number from 0 to 1");
        }
    }
}
