package dev.grip.rehearsal.content;

/**
 * What may be wrong with the form of a model's answers: whether its server silently ignores constraints, and how often
 * (0 to 1) constrained JSON ends in white space up to the budget.
 */
public record AnswerFaults(boolean ignoresConstraints, double whitespaceLoopRate) {

    /** Nothing. */
    public static final AnswerFaults NONE = new AnswerFaults(false, 0);

    public AnswerFaults {
        Rates.requireShare("whitespaceLoopRate", whitespaceLoopRate);
    }

    /** A server that silently ignores constraints. */
    public static AnswerFaults ignoringConstraints() {
        return new AnswerFaults(true, 0);
    }

    /** Constrained JSON that runs into white space this often. */
    public static AnswerFaults loopingOnWhitespace(double rate) {
        return new AnswerFaults(false, rate);
    }
}
