package dev.grip.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxedTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    so $\\boxed{7}$.                          | 7
                    $\\boxed{\\frac{1}{2}}$                   | \\frac{1}{2}
                    $\\boxed{\\sqrt{\\frac{a}{b^{2}}}}$       | \\sqrt{\\frac{a}{b^{2}}}
                    \\boxed{1} then \\boxed{ 2 }              | 2
                    \\boxed{\\boxed{3}}                       | 3
                    \\boxed{4} and \\boxed{}                  | 4
                    \\boxed{5} and \\boxed{6                  | 5
                    \\boxed{a \\boxed{6}                      | 6
                    \\boxed{\\{1, 2\\}}                       | \\{1, 2\\}
                    \\boxed{x \\\\ y}                         | x \\\\ y
                    } } \\boxed{8} {                          | 8
                    \\boxed {9}                               | 9
                    \\fbox{10}                                | 10
                    \\boxed{}                                 | none
                    \\boxed{ }                                | none
                    boxed{7}                                  | none
                    \\boxed                                   | none
                    the answer is 7                           | none
                    ends with \\                              | none
                    """)
    void theLastCompleteBoxCounts(String text, String answer) {
        assertThat(Boxed.last(text)).isEqualTo(answer);
    }

    @Test
    void aLoopOfOpenBoxesIsReadInLinearTime() {
        String loop = "\\boxed{".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(Boxed.last(loop)).isNull();
            assertThat(Boxed.last(loop + "1" + "}".repeat(1_000_000))).isEqualTo("1");
        });
    }
}
