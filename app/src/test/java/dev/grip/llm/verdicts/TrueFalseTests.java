package dev.grip.llm.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrueFalseTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Answer: True                                       | true
                    Answer: False                                      | false
                    answer : FALSE.                                    | false
                    **Answer:** True                                   | true
                    **Answer: True**                                   | true
                    - Answer：True                                      | true
                    Answer: \\boxed{False}                             | false
                    Answer: "True"                                     | true
                    Because 2 + 2 = 4.\\nAnswer: True\\n\\n            | true
                    It holds.\\r\\nAnswer: False\\r\\n                 | false
                    It holds.\\rAnswer: False                          | false
                    Answer: True\\nAnswer: True                        | true
                    Answer: True\\nAnswer: False                       | none
                    <think>Answer: False</think>Answer: True           | true
                    <think>\\nAnswer: False\\n</think>\\n\\nAnswer: True | true
                    <think>Is it?\\nAnswer: True                       | none
                    Answer: True or False                              | none
                    Answer: True/False                                 | none
                    Answer: {answer}                                   | none
                    Answer: True, because the sum is right             | none
                    The answer is true                                 | none
                    Answer: Truely                                     | none
                    Answer:\\nTrue                                     | none
                    True                                               | none
                    """)
    void readsTheLastLineInItsDisguises(String text, String vote) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
        assertThat(TrueFalse.parse(answer).map(String::valueOf).orElse("none")).isEqualTo(vote);
    }

    @Test
    void takesNoVoteFromAnAnswerThatIsNotFinished() {
        Usage usage = new Usage(1, 1);
        assertThat(TrueFalse.parse(new Answer.Complete("Answer: True", usage))).contains(true);
        assertThat(TrueFalse.parse(new Answer.Truncated("Answer: True", usage))).isEmpty();
        assertThat(TrueFalse.parse(new Answer.Empty(usage))).isEmpty();
        assertThat(TrueFalse.parse(new Answer.Failed(FailureCategory.TIMEOUT, "late")))
                .isEmpty();
    }

    @Test
    void readsALoopOfWhitespaceLinesInLinearTime() {
        String loop = "* \n".repeat(320_000) + " ".repeat(320_000) + "\n" + "Answer:".repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(TrueFalse.parse(loop)).isEmpty());
    }

    @Test
    void aLineCutByTheEndThatIsReadIsNoLine() {
        String half = "x".repeat(100) + "Answer: True\n" + "y".repeat(4096 - "Answer: True\n".length());
        assertThat(TrueFalse.parse(half)).isEmpty();
        assertThat(TrueFalse.parse("y".repeat(5000) + "\nAnswer: True")).contains(true);
    }
}
