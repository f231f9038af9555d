package dev.grip.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some problems, the latest first; {@code next} is where the next page begins, null on the last. */
public record ProblemPage(List<MadeProblem> problems, @Nullable String next) {

    static ProblemPage of(List<MadeProblem> problems, int limit) {
        if (problems.size() < limit) {
            return new ProblemPage(problems, null);
        }
        MadeProblem last = problems.get(problems.size() - 1);
        return new ProblemPage(problems, ProblemPosition.after(last).toString());
    }
}
