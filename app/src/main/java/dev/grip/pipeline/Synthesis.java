package dev.grip.pipeline;

import dev.grip.combinations.Combination;
import dev.grip.judging.DifficultyRating;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.judging.Verdict;
import dev.grip.synthesis.Difficulty;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.ProblemWriter;
import dev.grip.synthesis.Solution;
import dev.grip.synthesis.Solver;
import org.jspecify.annotations.Nullable;

/** The way of one combination: write, judge, rate, solve, judge. It stops where something does not pass. Thread-safe. */
final class Synthesis {

    private final ProblemWriter writer;
    private final ProblemJudging problemJudging;
    private final DifficultyRating rating;
    private final Solver solver;
    private final SolutionJudging solutionJudging;

    Synthesis(
            ProblemWriter writer,
            ProblemJudging problemJudging,
            DifficultyRating rating,
            Solver solver,
            SolutionJudging solutionJudging) {
        this.writer = writer;
        this.problemJudging = problemJudging;
        this.rating = rating;
        this.solver = solver;
        this.solutionJudging = solutionJudging;
    }

    String problemKey(Combination combination) {
        return writer.key(combination);
    }

    Outcome make(Combination combination) {
        Problem problem = writer.write(combination);
        String text = problem.text();
        if (text == null) {
            return stopped(combination, problem, null);
        }
        ProblemJudging.Result votes = problemJudging.judge(problem, text, combination);
        if (votes.verdict() != Verdict.PASSED) {
            return stopped(combination, problem, votes);
        }
        DifficultyRating.Rating rated = rating.rate(text);
        Solution solution = solver.solve(problem, text, rated.difficulty());
        SolutionJudging.Result solutionVotes = solution.answer() == null ? null : solutionJudging.judge(solution, text);
        return new Outcome(combination, problem, votes, rated.difficulty(), rated.model(), solution, solutionVotes);
    }

    private static Outcome stopped(Combination combination, Problem problem, ProblemJudging.@Nullable Result votes) {
        return new Outcome(combination, problem, votes, Difficulty.UNRATED, null, null, null);
    }
}
