package dev.grip.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTests {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    What is $2 + 3$?           | what is 2+3
                    How   many\tapples?!       | How many apples
                    “Real-world” cost: $5.00   | real world cost 5 00
                    ＡＢＣ １２                 | abc 12
                    été                        | ÉTÉ
                    x^2 = 4                    | X^2=4
                    """)
    void caseSpacingAndPunctuationDoNotMatter(String one, String other) {
        assertThat(NormalText.of(one)).isEqualTo(NormalText.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What is 5 + 3?   | What is 5 - 3?
                    What is 5 * 3?   | What is 5 / 3?
                    Is x < 2?        | Is x > 2?
                    x^2              | x2
                    5% of 8          | 5 of 8
                    2 apples         | 3 apples
                    """)
    void signsOfMathematicsDo(String one, String other) {
        assertThat(NormalText.of(one)).isNotEqualTo(NormalText.of(other));
    }
}
