package dev.grip.llm.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Constraint;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTests {

    private static final VerdictReader<Double> SCORE = VerdictReader.share("Evaluation Score");
    private static final VerdictReader<Boolean> ANSWER = VerdictReader.trueFalse("Answer");
    private static final VerdictReader<String> LEVEL =
            VerdictReader.words("Level", List.of("low", "too_high"), word -> word);
    private static final Usage USAGE = new Usage(1, 1);

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
        assertThat(said(SCORE.read(unescaped(text)))).isEqualTo(expected);
    }

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
                    Answer: True\\nAnswer: False                       | conflict
                    <think>Answer: False</think>Answer: True           | true
                    <think>\\nAnswer: False\\n</think>\\n\\nAnswer: True | true
                    <think>Is it?\\nAnswer: True                       | unparsed
                    Answer: True or False                              | unparsed
                    Answer: True/False                                 | unparsed
                    Answer: {answer}                                   | unparsed
                    Answer: True, because the sum is right             | unparsed
                    The answer is true                                 | unparsed
                    Answer: Truely                                     | unparsed
                    Answer:\\nTrue                                     | unparsed
                    True                                               | unparsed
                    """)
    void readsTrueOrFalseOrSaysWhyThereIsNeither(String text, String expected) {
        assertThat(said(ANSWER.read(unescaped(text)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"score": 0.9}                                                   | 0.9
                    {"evaluation_score": "0.9"}                                      | 0.9
                    ```json\\n{"reason": "fine", "evaluation score": 0.9}\\n```      | 0.9
                    Sure! {"reason": "x", "score": 0.9} I hope this helps.           | 0.9
                    {'score': 0.9,}                                                  | 0.9
                    {score: 0.9, reason: "because $\\\\alpha{x}$"}                    | 0.9
                    {"score": .9}                                                    | 0.9
                    {"score": 0.2} no: {"score": 0.9}                                | 0.9
                    \\{1, 2\\} and {"score": 0.9} with $\\\\frac{1}{2}$            | 0.9
                    {"score": 0.9}\\nEvaluation Score: 0.9                           | 0.9
                    {"score": 0.9}\\nEvaluation Score: 0.2                           | conflict
                    {"score": 9}                                                     | out_of_range
                    {"score": "8/10"}                                                | scale_mismatch
                    {"score": "high"}                                                | out_of_range
                    {"score": null}                                                  | out_of_range
                    {"scores": {"a": 0.9}}                                           | unparsed
                    {"score": [0.9]}                                                 | unparsed
                    {"reason": "good", "sc                                           | unparsed
                    {"reason": "the score is high"}                                  | unparsed
                    {{{{{{{{ }                                                       | unparsed
                    """)
    void readsJsonAsModelsWriteIt(String text, String expected) {
        assertThat(said(SCORE.read(unescaped(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    ~{"answer": true}~, true
                    ~{"answer": "False"}~, false
                    ~{"verdict": true}~, unparsed
                    """)
    void readsTrueAndFalseFromJson(String text, String expected) {
        assertThat(said(ANSWER.read(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Level: too high", "level = TOO-HIGH.", "**Level:** `too_high`", "{\"level\": \"Too High\"}"})
    void aWordOfSeveralPartsIsReadHoweverTheyAreJoined(String text) {
        assertThat(LEVEL.read(text).value()).contains("too_high");
    }

    @Test
    void saysHowTheValueWasFound() {
        assertThat(SCORE.read("Evaluation Score: 0.9").path()).isEqualTo("line");
        assertThat(SCORE.read("{\"score\": 0.9}").path()).isEqualTo("json");
    }

    @Test
    void anAnswerThatIsNotFinishedHasAVerdictOnlyOnAWholeLine() {
        assertThat(said(SCORE.read(new Answer.Truncated("Evaluation Score: 0.9", USAGE))))
                .isEqualTo("truncated");
        assertThat(said(SCORE.read(new Answer.Truncated("No.\nEvaluation Score: 0.", USAGE))))
                .isEqualTo("truncated");
        Reading<Double> loop = SCORE.read(new Answer.Truncated("Evaluation Score: 0.9\n \n \n ", USAGE));
        assertThat(loop).isEqualTo(new Reading<>(0.9, "cut_line"));
        assertThat(said(SCORE.read(new Answer.Empty(USAGE)))).isEqualTo("empty");
        assertThat(said(SCORE.read(new Answer.Refused("Answer: True", USAGE)))).isEqualTo("refused");
        assertThat(said(SCORE.read(new Answer.Malformed("Evaluation Score: 0.9", ""))))
                .isEqualTo("malformed");
        assertThat(said(SCORE.read(new Answer.Failed(FailureCategory.TIMEOUT, "late"))))
                .isEqualTo("timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", " 0.9\n", "**0.9**", "Evaluation Score: 0.9", "{\"evaluation_score\": 0.9}"})
    void anAnswerToARequestForTheVerdictAloneMayBeNothingElse(String text) {
        assertThat(SCORE.readAlone(new Answer.Complete(text, USAGE)).value()).contains(0.9);
    }

    @Test
    void aBareValueIsNoVerdictOtherwise() {
        assertThat(SCORE.read("0.9").path()).isEqualTo("unparsed");
        assertThat(SCORE.readAlone(new Answer.Complete("It is 0.9", USAGE)).path())
                .isEqualTo("unparsed");
        assertThat(SCORE.readAlone(new Answer.Truncated("0.9", USAGE)).path()).isEqualTo("truncated");
    }

    @Test
    void theConstraintAndTheRequestAskForWhatIsRead() {
        assertThat(SCORE.constraint()).isEqualTo(new Constraint.Share("evaluation_score"));
        assertThat(LEVEL.constraint()).isEqualTo(new Constraint.Choice("level", List.of("low", "too_high")));
        assertThat(ANSWER.request()).endsWith("\nAnswer: True or False");
        // A model that repeats the form instead of filling it in has not answered.
        assertThat(ANSWER.read(ANSWER.request()).found()).isNull();
        assertThat(SCORE.read(SCORE.request()).found()).isNull();
        assertThat(LEVEL.read(LEVEL.request()).found()).isNull();
    }

    @Test
    void anyTextIsReadInLinearTime() {
        int much = 320_000;
        List<String> texts = List.of(
                " \t \n".repeat(much),
                "* \n".repeat(much) + " ".repeat(much) + "\n" + "Answer:".repeat(much / 4),
                "Evaluation Score: " + " ".repeat(much) + "\n" + "* ".repeat(much),
                "{".repeat(much),
                "}".repeat(much),
                "{}".repeat(much),
                "{\"a\":".repeat(much),
                "{\"score\": \"" + "\\".repeat(much) + "\"}",
                "<think>".repeat(much),
                "Evaluation Score: " + "0".repeat(much));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String text : texts) {
                assertThat(SCORE.read(text).found()).isNull();
                assertThat(ANSWER.read(text).found()).isNull();
            }
            assertThat(SCORE.read(texts.get(0) + "Evaluation Score: 0.9").value())
                    .contains(0.9);
        });
    }

    @Test
    void aLineCutByTheEndThatIsReadIsNoLine() {
        String half = "x".repeat(100) + "Answer: True\n" + "y".repeat(4096 - "Answer: True\n".length());
        assertThat(ANSWER.read(half).found()).isNull();
        assertThat(ANSWER.read("y".repeat(5000) + "\nAnswer: True").value()).contains(true);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
    }

    private static String said(Reading<?> reading) {
        return reading.value().map(String::valueOf).orElse(reading.path());
    }
}
