package dev.grip.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreParserTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Evaluation Score: 0.9                                          | 0.9
                    Evaluation Score: 0                                            | 0.0
                    Evaluation Score: 1                                            | 1.0
                    Evaluation Score: 0.9.                                         | 0.9
                    Evaluation Score: 0.8666666667                                 | 0.8666666667
                    **Evaluation Score:** 0.85                                     | 0.85
                    **Evaluation Score: 0.85**                                     | 0.85
                    Evaluation Score: **0.85**                                     | 0.85
                    ### Evaluation score = `0.7`                                   | 0.7
                    Evaluation Score：0.7                                           | 0.7
                    Evaluation Score: \\boxed{0.7}                                 | 0.7
                    Evaluation Score: $0.7$                                        | 0.7
                    Evaluation Score: [0.7]                                        | 0.7
                    Evaluation Score: 0.7/1                                        | 0.7
                    Evaluation Score: 0.7 out of 1.0.                              | 0.7
                    Fine.\\r\\nEvaluation Score: 0.7\\r\\n                         | 0.7
                    Fine.\\rEvaluation Score: 0.7                                  | 0.7
                    Evaluation Score: 0.9\\nEvaluation Score: 0.90                 | 0.9
                    <think>Evaluation Score: 0.2</think>Evaluation Score: 0.8      | 0.8
                    <think>\\nEvaluation Score: 0.2\\n</think>\\nEvaluation Score: 0.8 | 0.8
                    Evaluation Score: 0.2\\nEvaluation Score: 0.8                  | conflict
                    Evaluation Score: 9/10                                         | scale_mismatch
                    Evaluation Score: **9/10**                                     | scale_mismatch
                    Evaluation Score: 0.9/10                                       | scale_mismatch
                    Evaluation Score: 4 out of 5.                                  | scale_mismatch
                    Evaluation Score: -1                                           | out_of_range
                    Evaluation Score: 1.01                                         | out_of_range
                    Evaluation Score: 85                                           | out_of_range
                    Evaluation Score: 85%                                          | unparsed
                    Evaluation Score: −1                                           | unparsed
                    Evaluation Score: {score}                                      | unparsed
                    Evaluation Score: a number from 0 to 1                         | unparsed
                    Evaluation Score: 0.8 to 0.9                                   | unparsed
                    Evaluation Score: 0,85                                         | unparsed
                    Evaluation Score: NaN                                          | unparsed
                    Evaluation Score: 1e-1                                         | unparsed
                    Evaluation Score:                                              | unparsed
                    Evaluation Score:\\n0.9                                        | unparsed
                    The Evaluation Score: 0.9                                      | unparsed
                    Score: 0.9                                                     | unparsed
                    <think>Perhaps\\nEvaluation Score: 0.9                         | unparsed
                    """)
    void readsTheScoreOrSaysWhyThereIsNone(String text, String expected) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
        ScoreParser.Parsed parsed = ScoreParser.parse(answer);
        String found =
                parsed.score().isPresent() ? Double.toString(parsed.score().getAsDouble()) : parsed.path();
        assertThat(found).isEqualTo(expected);
        assertThat(parsed.path().equals("line")).isEqualTo(parsed.score().isPresent());
    }

    @Test
    void anAnswerThatIsNotFinishedHasNoScore() {
        Usage usage = new Usage(1, 1);
        assertThat(path(new Answer.Truncated("Evaluation Score: 0.9", usage))).isEqualTo("truncated");
        assertThat(path(new Answer.Empty(usage))).isEqualTo("empty");
        assertThat(path(new Answer.Failed(FailureCategory.TIMEOUT, "late"))).isEqualTo("timeout");
        assertThat(path(new Answer.Complete("Evaluation Score: 0.9", usage))).isEqualTo("line");
    }

    private static String path(Answer answer) {
        return ScoreParser.parse(answer).path();
    }

    @Test
    void aLoopOfWhitespaceLinesIsReadInLinearTime() {
        String loop = " \t \n".repeat(320_000);
        String long320k = "Evaluation Score: " + " ".repeat(320_000) + "\n" + "* ".repeat(320_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(ScoreParser.parse(loop).path()).isEqualTo("unparsed");
            assertThat(ScoreParser.parse(long320k).path()).isEqualTo("unparsed");
            assertThat(ScoreParser.parse(loop + "Evaluation Score: 0.9").score())
                    .hasValue(0.9);
        });
    }
}
