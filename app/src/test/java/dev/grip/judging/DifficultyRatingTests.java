package dev.grip.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Sampling;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.synthesis.Difficulty;
import dev.grip.synthesis.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifficultyRatingTests {

    private static final Problem PROBLEM = new Problem(
            "p1", "c1", "What is $2+3$?", null, new Origin("m", "p", 1, "h", new Sampling(0, 1, 8), 0, false, null));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Difficulty: low                              | LOW
                    One step.\\nDifficulty: Medium.              | MEDIUM
                    **Difficulty:** high                         | HIGH
                    **Difficulty: HIGH**\\r\\n                   | HIGH
                    Difficulty：low                               | LOW
                    <think>Difficulty: low</think>Difficulty: high | HIGH
                    Difficulty: low\\nDifficulty: low            | LOW
                    Difficulty: low\\nDifficulty: high           | UNRATED
                    Difficulty: low, medium or high              | UNRATED
                    Difficulty: lower                            | UNRATED
                    Difficulty: 3                                | UNRATED
                    It is of high difficulty                     | UNRATED
                    """)
    void readsTheLastLine(String text, Difficulty expected) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r");
        assertThat(DifficultyRating.READER
                        .read(new Answer.Complete(answer, new Usage(1, 1)))
                        .value()
                        .orElse(Difficulty.UNRATED))
                .isEqualTo(expected);
    }

    @Test
    void anAnswerThatIsCutOffAgainRatesNothing() {
        try (ScriptedModel rater = new ScriptedModel("r", 1, false, question -> Said.cut("Difficulty: low"))) {
            assertThat(new DifficultyRating(rater.chat(), PromptLibrary.load())
                            .rate(PROBLEM, "p")
                            .difficulty())
                    .isEqualTo(Difficulty.UNRATED);
        }
    }

    @Test
    void asksTheRaterAboutTheProblemAndNamesIt() {
        try (ScriptedModel rater = ScriptedModel.saying("rater-1", question -> "Easy.\nDifficulty: low")) {
            DifficultyRating.Rating rating =
                    new DifficultyRating(rater.chat(), PromptLibrary.load()).rate(PROBLEM, "What is $2+3$?");
            assertThat(rating.difficulty()).isEqualTo(Difficulty.LOW);
            assertThat(rating.problem()).isEqualTo("p1");
            assertThat(rating.explanation()).isEqualTo("Easy.\nDifficulty: low");
            assertThat(rating.origin().model()).isEqualTo("rater-1");
            assertThat(rater.asked()).singleElement().asString().endsWith("What is $2+3$?");
        }
    }
}
