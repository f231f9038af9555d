package dev.grip.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Sampling;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolverTests {

    private static final Problem PROBLEM =
            new Problem("p1", "c1", "text", null, new Origin("m", "p", 1, "h", new Sampling(0, 1, 8), 0, false, null));

    private volatile Said said = Said.whole("So it is $\\boxed{\\frac{1}{2}}$.");
    private final ScriptedModel small = new ScriptedModel("small", 1, false, question -> said);
    private final ScriptedModel large = new ScriptedModel("large", 1, false, question -> said);
    private final Solver solver = new Solver(small.chat(), large.chat(), PromptLibrary.load());

    @AfterEach
    void stop() {
        small.close();
        large.close();
    }

    @ParameterizedTest
    @CsvSource({"LOW, small", "MEDIUM, small", "HIGH, large", "UNRATED, large"})
    void theDifficultyChoosesTheModel(Difficulty difficulty, String model) {
        Solution solution = solver.solve(PROBLEM, "What is half of 1?", difficulty);
        assertThat(solution.origin().model()).isEqualTo(model);
        assertThat(solution.answer()).isEqualTo("\\frac{1}{2}");
        assertThat(solution.text()).isEqualTo("So it is $\\boxed{\\frac{1}{2}}$.");
        assertThat(solution.trouble()).isNull();
        assertThat(solution.problem()).isEqualTo("p1");
        ScriptedModel asked = model.equals("small") ? small : large;
        assertThat(asked.asked()).singleElement().asString().endsWith("What is half of 1?");
    }

    @Test
    void theKeyIsTheSameForTheSameWorkAndDiffersByModel() {
        String key = solver.solve(PROBLEM, "t", Difficulty.LOW).key();
        assertThat(solver.solve(PROBLEM, "t", Difficulty.MEDIUM).key()).isEqualTo(key);
        assertThat(solver.solve(PROBLEM, "t", Difficulty.HIGH).key()).isNotEqualTo(key);
    }

    @Test
    void thinkingIsNeitherSolutionNorAnswer() {
        said = Said.whole("<think>Maybe \\boxed{1}?</think>\nIt is \\boxed{2}.");
        Solution solution = solver.solve(PROBLEM, "t", Difficulty.LOW);
        assertThat(solution.text()).isEqualTo("It is \\boxed{2}.");
        assertThat(solution.answer()).isEqualTo("2");
        said = Said.whole("<think>Maybe \\boxed{1}?");
        assertThat(solver.solve(PROBLEM, "t", Difficulty.LOW).answer()).isNull();
    }

    @Test
    void aSolutionThatCannotBeUsedSaysWhy() {
        assertThat(trouble(Said.cut("It is \\boxed{5}, since"))).isEqualTo("truncated");
        assertThat(trouble(Said.whole("\n"))).isEqualTo("empty");
        assertThat(trouble(Said.whole("It is 5."))).isEqualTo("no final answer in \\boxed{}");
        assertThat(trouble(Said.whole("It is \\boxed{}."))).isEqualTo("no final answer in \\boxed{}");
        assertThat(trouble(Said.refused())).startsWith("bad_request: model server http://");
    }

    private String trouble(Said answer) {
        said = answer;
        Solution solution = solver.solve(PROBLEM, "t", Difficulty.HIGH);
        assertThat(solution.answer()).isNull();
        return String.valueOf(solution.trouble());
    }
}
