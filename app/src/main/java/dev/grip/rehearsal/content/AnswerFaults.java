package dev.grip.rehearsal.content;

/**
 * What may be wrong with the form of a model's answers: how often it spoils verdicts, whether its server silently ignores
 * constraints, and how often (0 to 1) constrained JSON ends in white space up to the budget.
 */
public record AnswerFaults(JudgeSlips judgeSlips, boolean ignoresConstraints, double whitespaceLoopRate) {

    /** Nothing. */
    public static final AnswerFaults NONE = new AnswerFaults(JudgeSlips.NONE, false, 0);

    public AnswerFaults {
        Rates.requireShare("whitespaceLoopRate", whitespaceLoopRate);
    }

    /** Verdicts spoilt this often. */
    public static AnswerFaults slipping(JudgeSlips slips) {
        return new AnswerFaults(slips, false, 0);
    }

    /** A server that silently ignores constraints. */
    public static AnswerFaults ignoringConstraints() {
        return new AnswerFaults(JudgeSlips.NONE, true, 0);
    }

    /** Constrained JSON that runs into white space this often. */
    public static AnswerFaults loopingOnWhitespace(double rate) {
        return new AnswerFaults(JudgeSlips.NONE, false, rate);
    }
}
