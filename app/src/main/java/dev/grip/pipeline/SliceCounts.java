package dev.grip.pipeline;

/** What came of a slice's combinations, whether made now or found in the graph from earlier work. */
record SliceCounts(long problems, long problemsPassed, long solutions, long accepted, long failed) {

    static final SliceCounts NONE = new SliceCounts(0, 0, 0, 0, 0);

    SliceCounts plus(SliceCounts other) {
        return new SliceCounts(
                problems + other.problems,
                problemsPassed + other.problemsPassed,
                solutions + other.solutions,
                accepted + other.accepted,
                failed + other.failed);
    }

    /** What one combination adds, by the verdicts kept in the graph; an absent solution has the empty word. */
    static SliceCounts of(String problemVerdict, String solutionVerdict) {
        boolean failed = problemVerdict.equals("failed");
        return new SliceCounts(
                failed ? 0 : 1,
                problemVerdict.equals("passed") ? 1 : 0,
                solutionVerdict.isEmpty() || solutionVerdict.equals("failed") ? 0 : 1,
                solutionVerdict.equals("passed") ? 1 : 0,
                failed || solutionVerdict.equals("failed") ? 1 : 0);
    }
}
