package dev.grip.pipeline.work;

import dev.grip.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** What came of one combination, whether made now or found in the graph. */
sealed interface Outcome {

    /** What it adds to its slice's counts. */
    SliceCounts counts();

    /** The combination is through: its problem was refused by the judges or has no text, or it was solved. */
    record Finished(Verdict problem, @Nullable Verdict solution, @Nullable Accepted accepted) implements Outcome {
        @Override
        public SliceCounts counts() {
            boolean failed = problem == Verdict.FAILED || solution == Verdict.FAILED;
            return new SliceCounts(
                    1,
                    problem == Verdict.FAILED ? 0 : 1,
                    problem == Verdict.PASSED ? 1 : 0,
                    solution == null || solution == Verdict.FAILED ? 0 : 1,
                    accepted == null ? 0 : 1,
                    failed ? 1 : 0);
        }
    }

    /** An accepted problem with its solution, and what this run's judges and rater made of it. */
    record Accepted(String problem, String solution, double score, String difficulty) {}

    /** A call failed in a way that may pass; another attempt begins at that call. */
    record SetAside(String why) implements Outcome {
        @Override
        public SliceCounts counts() {
            return SliceCounts.NONE;
        }
    }

    /** It can never be finished: the database does not take a result, or its knowledge points are gone. */
    record Impossible(String why) implements Outcome {
        @Override
        public SliceCounts counts() {
            return new SliceCounts(1, 0, 0, 0, 0, 1);
        }
    }

    /** The run was halted before its next call. */
    record Halted() implements Outcome {
        @Override
        public SliceCounts counts() {
            return SliceCounts.NONE;
        }
    }
}
