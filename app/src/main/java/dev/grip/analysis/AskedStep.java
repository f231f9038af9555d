package dev.grip.analysis;

import dev.grip.judging.DifficultyRating;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.synthesis.ProblemWriter;
import dev.grip.synthesis.Solver;
import java.util.List;
import java.util.Map;

/** What models are asked for on the way of one problem, in this order. */
public enum AskedStep {
    WRITING,
    JUDGING_PROBLEM,
    RATING,
    SOLVING,
    JUDGING_SOLUTION;

    /** What a question is about; texts that are not there yet are empty. */
    record Material(List<String> names, String problem, String solution) {}

    /** What its prompt is filled with; the stage that asks says so. */
    Map<String, String> inputs(Material material) {
        return switch (this) {
            case WRITING -> ProblemWriter.inputs(material.names());
            case JUDGING_PROBLEM -> ProblemJudging.inputs(material.names(), material.problem());
            case RATING -> DifficultyRating.inputs(material.problem());
            case SOLVING -> Solver.inputs(material.problem());
            case JUDGING_SOLUTION -> SolutionJudging.inputs(material.problem(), material.solution());
        };
    }
}
