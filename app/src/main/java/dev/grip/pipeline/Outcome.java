package dev.grip.pipeline;

import dev.grip.combinations.Combination;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.judging.Verdict;
import dev.grip.synthesis.Difficulty;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.Solution;
import org.jspecify.annotations.Nullable;

/** Everything made from one combination: the problem and its votes, and for a problem that passed the solution and its votes. */
record Outcome(
        Combination combination,
        Problem problem,
        ProblemJudging.@Nullable Result problemVotes,
        Difficulty difficulty,
        @Nullable String rater,
        @Nullable Solution solution,
        SolutionJudging.@Nullable Result solutionVotes) {

    Verdict problemVerdict() {
        return problemVotes == null ? Verdict.FAILED : problemVotes.verdict();
    }

    Verdict solutionVerdict() {
        return solutionVotes == null ? Verdict.FAILED : solutionVotes.verdict();
    }
}
