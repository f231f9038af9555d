package dev.grip.knowledge.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Sampling;
import dev.grip.llm.Usage;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.verdicts.Question.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityFilterTests {

    @ParameterizedTest(name = "{index} {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            emptyValue = "",
            textBlock =
                    """
                    Reason: One skill.\\nVerdict: keep                  | keep         | One skill.
                    **Reason:** Fits all.\\n**Verdict:** Vague.         | vague        | Fits all.
                    - Reason: x\\r\\n- Verdict: WRONG\\r\\n             | wrong        | x
                    Verdict: too_detailed                               | too_detailed | ~~
                    Verdict: "too detailed"                             | too_detailed | ~~
                    Verdict：Too-Detailed                                | too_detailed | ~~
                    <think>Verdict: vague</think>Reason: y\\nVerdict: keep | keep      | y
                    Verdict: keep, vague, wrong or too_detailed         | undecided    | no verdict in the answer: unparsed
                    Verdict: vague\\nVerdict: keep                      | undecided    | no verdict in the answer: conflict
                    Verdict: keeper                                     | undecided    | no verdict in the answer: unparsed
                    I would keep it                                     | undecided    | no verdict in the answer: unparsed
                    ~~                                                  | undecided    | no verdict in the answer: unparsed
                    """)
    void readsVerdictAndReason(String text, String verdict, String reason) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r");
        QualityFilter.Verdict parsed = verdict(answer);
        assertThat(parsed.verdict()).isEqualTo(verdict);
        assertThat(parsed.reason()).isEqualTo(reason);
    }

    @Test
    void aLongReasonIsShortened() {
        String answer = "Reason: " + "because ".repeat(100) + "\nVerdict: keep";
        assertThat(verdict(answer).reason()).startsWith("because because").hasSizeBetween(400, 500);
    }

    private static QualityFilter.Verdict verdict(String answer) {
        Origin origin = new Origin("m", "p", 1, "h", new Sampling(0, 1, 8), 0, false, null);
        Answer whole = new Answer.Complete(answer, Usage.NONE);
        return QualityFilter.verdict(
                java.util.List.of("k"), new Asked<>(QualityFilter.VERDICT.read(whole), answer, origin, whole));
    }
}
