package dev.grip.rehearsal.content;

/**
 * How a simulated model differs from the others: how it scores problems, how often it solves and judges wrongly, whether
 * it thinks first, and what may be wrong with the form of its answers.
 */
public record Personality(Scoring scoring, ErrorRates errors, Thinking thinking, AnswerFaults faults) {

    /** A model that never errs, for tests of everything else. */
    public static final Personality FLAWLESS = new Personality(0, 0, 0, 0);

    /**
     * What a model adds to every score it gives, the standard deviation of its scores of middling problems, and how often (0
     * to 1) it scores by a view of its own instead of the one that all judges share.
     */
    public record Scoring(double bias, double noise, double disagreementRate) {

        public Scoring {
            Rates.requireShare("noise", noise);
            Rates.requireShare("disagreementRate", disagreementRate);
        }

        /** Less near the ends of the scale, as of a share: so few scores have to be cut off there. */
        double noiseAt(double quality) {
            return 2 * noise * Math.sqrt(quality * (1 - quality));
        }
    }

    /** How often (0 to 1) a model solves a problem wrongly, and judges a solution wrongly. */
    public record ErrorRates(double solver, double judge) {

        public ErrorRates {
            Rates.requireShare("solver", solver);
            Rates.requireShare("judge", judge);
        }
    }

    /** One that shares the common view of problems, does not think and answers in the form asked for. */
    public Personality(double scoreBias, double scoreNoise, double solverErrorRate, double judgeErrorRate) {
        this(
                new Scoring(scoreBias, scoreNoise, 0),
                new ErrorRates(solverErrorRate, judgeErrorRate),
                Thinking.NONE,
                AnswerFaults.NONE);
    }

    /** The same with a view of its own this often. */
    public Personality withDisagreementRate(double rate) {
        return new Personality(new Scoring(scoring.bias(), scoring.noise(), rate), errors, thinking, faults);
    }

    /** The same that thinks in this way. */
    public Personality withThinking(Thinking other) {
        return new Personality(scoring, errors, other, faults);
    }

    /** The same with these faults of form. */
    public Personality withFaults(AnswerFaults other) {
        return new Personality(scoring, errors, thinking, other);
    }
}
