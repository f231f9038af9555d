package dev.grip.analysis;

/** A place in the list of problems, between one and the next; its text is what callers keep. */
public record ProblemPosition(long madeAt, String key) {

    /** Before the latest problem. */
    public static final ProblemPosition START = new ProblemPosition(Long.MAX_VALUE, "");

    static ProblemPosition after(MadeProblem problem) {
        return new ProblemPosition(problem.madeAt().toEpochMilli(), problem.key());
    }

    /** Reads what {@link #toString()} wrote; IllegalArgumentException for anything else. */
    public static ProblemPosition of(String text) {
        int dash = text.indexOf('-');
        try {
            return new ProblemPosition(Long.parseLong(text.substring(0, Math.max(0, dash))), text.substring(dash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after is '" + text + "'; it must be the next of an earlier page");
        }
    }

    @Override
    public String toString() {
        return madeAt + "-" + key;
    }
}
