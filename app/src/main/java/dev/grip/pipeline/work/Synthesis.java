package dev.grip.pipeline.work;

import dev.grip.combinations.Combination;
import dev.grip.judging.DifficultyRating;
import dev.grip.judging.DifficultyRating.Rating;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.judging.Verdict;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.ProblemWriter;
import dev.grip.synthesis.Solution;
import dev.grip.synthesis.Solver;
import java.util.OptionalDouble;

/**
 * The way of one combination: write, judge, rate, solve, judge. Each stage makes only the calls whose results are not there yet and
 * has each result stored at once; the way ends where something does not pass. Thread-safe.
 */
public final class Synthesis {

    private final ProblemWriter writer;
    private final ProblemJudging problemJudging;
    private final DifficultyRating rating;
    private final Solver solver;
    private final SolutionJudging solutionJudging;

    public Synthesis(
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

    /** The key that the problem of this combination has or will have. */
    public String problemKey(Combination combination) {
        return writer.key(combination);
    }

    /** Goes on to the end. Throws {@link RunControl.Halted} before a call when the run is halted. */
    Outcome.Finished finish(Making making, RunControl control, Results results) {
        Problem problem = problem(making, control, results);
        String text = problem.text();
        if (text == null) {
            results.decided(making, problem, Verdict.FAILED, OptionalDouble.empty());
            return new Outcome.Finished(Verdict.FAILED, null, null);
        }
        ProblemJudging.Result judged =
                problemJudging.judge(problem, text, making.combination(), (key, call) -> making.votes()
                        .computeIfAbsent(key, missing -> results.vote(making, problem, control.call(call))));
        results.decided(making, problem, judged.verdict(), judged.score());
        if (judged.verdict() != Verdict.PASSED) {
            return new Outcome.Finished(judged.verdict(), null, null);
        }
        Rating rated = making.ratings()
                .computeIfAbsent(
                        rating.key(problem),
                        missing -> results.rating(making, control.call(() -> rating.rate(problem, text))));
        Solution solution = making.solutions()
                .computeIfAbsent(
                        solver.key(problem, rated.difficulty()),
                        missing -> results.solution(
                                making, control.call(() -> solver.solve(problem, text, rated.difficulty()))));
        Verdict verdict = verdict(making, solution, text, control, results);
        return new Outcome.Finished(
                Verdict.PASSED, verdict, accepted(verdict, problem, solution, judged.score(), rated));
    }

    private Problem problem(Making making, RunControl control, Results results) {
        Problem there = making.problem();
        if (there != null) {
            return there;
        }
        Problem made = control.call(() -> writer.write(making.combination()));
        results.problem(making, made);
        making.problem(made);
        return made;
    }

    private Verdict verdict(Making making, Solution solution, String problem, RunControl control, Results results) {
        Verdict verdict = solution.answer() == null
                ? Verdict.FAILED
                : solutionJudging
                        .judge(solution, problem, (key, call) -> making.votes()
                                .computeIfAbsent(key, missing -> results.vote(making, solution, control.call(call))))
                        .verdict();
        results.decided(making, solution, verdict);
        return verdict;
    }

    private static Outcome.@org.jspecify.annotations.Nullable Accepted accepted(
            Verdict verdict, Problem problem, Solution solution, OptionalDouble score, Rating rated) {
        return verdict == Verdict.PASSED
                ? new Outcome.Accepted(
                        problem.key(),
                        solution.key(),
                        score.orElseThrow(),
                        rated.difficulty().word())
                : null;
    }
}
