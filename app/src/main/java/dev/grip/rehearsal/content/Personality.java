package dev.grip.rehearsal.content;

/**
 * How a simulated model differs from the others: what it adds to every score it gives, how far its scores scatter, how
 * often (0 to 1) it solves or judges wrongly; whether and how it thinks first; whether its server silently ignores
 * constraints, and how often (0 to 1) constrained JSON ends in white space up to the budget.
 */
public record Personality(
        double scoreBias,
        double scoreNoise,
        double solverErrorRate,
        double judgeErrorRate,
        Thinking thinking,
        boolean ignoresConstraints,
        double whitespaceLoopRate) {

    /** A model that never errs, for tests of everything else. */
    public static final Personality FLAWLESS = new Personality(0, 0, 0, 0);

    public Personality {
        requireShare("solverErrorRate", solverErrorRate);
        requireShare("judgeErrorRate", judgeErrorRate);
        requireShare("scoreNoise", scoreNoise);
        requireShare("whitespaceLoopRate", whitespaceLoopRate);
    }

    /** One that does not think and keeps to constraints. */
    public Personality(double scoreBias, double scoreNoise, double solverErrorRate, double judgeErrorRate) {
        this(scoreBias, scoreNoise, solverErrorRate, judgeErrorRate, Thinking.NONE, false, 0);
    }

    /** The same that thinks in this way. */
    public Personality withThinking(Thinking other) {
        return new Personality(
                scoreBias, scoreNoise, solverErrorRate, judgeErrorRate, other, ignoresConstraints, whitespaceLoopRate);
    }

    /** The same behind a server that silently ignores constraints. */
    public Personality ignoringConstraints() {
        return new Personality(
                scoreBias, scoreNoise, solverErrorRate, judgeErrorRate, thinking, true, whitespaceLoopRate);
    }

    /** The same whose constrained JSON runs into white space this often. */
    public Personality withWhitespaceLoopRate(double rate) {
        return new Personality(
                scoreBias, scoreNoise, solverErrorRate, judgeErrorRate, thinking, ignoresConstraints, rate);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; give a number from 0 to 1");
        }
    }
}
