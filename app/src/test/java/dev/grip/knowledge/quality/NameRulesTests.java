package dev.grip.knowledge.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    42                        | vague
                    3.14 + 2                  | vague
                    😀🎉                       | vague
                    $\\frac{1}{2}$            | vague
                    …                         | vague
                    $x^2+5x+6=0$              | too_detailed
                    x = 3                     | too_detailed
                    a < b                     | too_detailed
                    $\\sqrt{x}$               | too_detailed
                    """)
    void whatIsNoNameIsCertain(String name, String verdict) {
        assertThat(NameRules.judge(name)).map(NameRules.Certain::verdict).contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Addition",
                "加法",
                "比",
                "الكسور",
                "F = ma",
                "C#",
                "C",
                "pH",
                "2D shapes",
                "Area of $x^2$",
                "$\\sin x$ rule"
            })
    void whatMayBeANameIsForAModelToJudge(String name) {
        assertThat(NameRules.judge(name)).isEmpty();
    }

    @Test
    void aNameOfMoreThanTwoHundredCharactersIsAText() {
        assertThat(NameRules.judge("a".repeat(200))).isEmpty();
        assertThat(NameRules.judge("a".repeat(201)))
                .map(NameRules.Certain::verdict)
                .contains("too_detailed");
    }
}
