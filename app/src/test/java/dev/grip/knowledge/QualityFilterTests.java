package dev.grip.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
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
                    Verdict: keep, vague, wrong or too_detailed         | undecided    | the answer holds no single verdict
                    Verdict: vague\\nVerdict: keep                      | undecided    | the answer holds no single verdict
                    Verdict: keeper                                     | undecided    | the answer holds no single verdict
                    I would keep it                                     | undecided    | the answer holds no single verdict
                    ~~                                                  | undecided    | the answer holds no single verdict
                    """)
    void readsVerdictAndReason(String text, String verdict, String reason) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r");
        QualityFilter.Verdict parsed = QualityFilter.parse("k", answer, Map.of());
        assertThat(parsed.verdict()).isEqualTo(verdict);
        assertThat(parsed.reason()).isEqualTo(reason);
    }

    @Test
    void aLongReasonIsShortened() {
        String answer = "Reason: " + "because ".repeat(100) + "\nVerdict: keep";
        assertThat(QualityFilter.parse("k", answer, Map.of()).reason())
                .startsWith("because because")
                .hasSizeBetween(400, 500);
    }

    @Test
    void aLoopOfWhitespaceIsReadInLinearTime() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(QualityFilter.parse("k", "> \n".repeat(320_000), Map.of())
                                .verdict())
                        .isEqualTo("undecided"));
    }
}
