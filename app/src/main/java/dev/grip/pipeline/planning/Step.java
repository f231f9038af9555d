package dev.grip.pipeline.planning;

/** The stages of a run in their order, and the prompt that names each. */
public enum Step {
    WRITE("synthesis/write-problem"),
    JUDGE_PROBLEM("judging/judge-problem"),
    RATE("judging/rate-difficulty"),
    SOLVE("synthesis/solve-problem"),
    JUDGE_SOLUTION("judging/judge-solution");

    private final String prompt;

    Step(String prompt) {
        this.prompt = prompt;
    }

    public String prompt() {
        return prompt;
    }

    /** How many combinations of these came so far that it was called. */
    long occasions(Yield known) {
        return switch (this) {
            case WRITE -> known.combinations();
            case JUDGE_PROBLEM -> known.problems();
            case RATE, SOLVE -> known.passed();
            case JUDGE_SOLUTION -> known.solved();
        };
    }
}
