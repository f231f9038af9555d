package dev.grip.knowledge.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgePointListTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            emptyValue = "",
            textBlock =
                    """
                    1. Addition\\n2. Area of a rectangle                 | Addition/Area of a rectangle
                    1. Addition\\r\\n2. Subtraction\\r\\n                | Addition/Subtraction
                    1) Addition\\n2) Subtraction                         | Addition/Subtraction
                    1: Addition\\n2、Subtraction                          | Addition/Subtraction
                    1.Addition                                           | Addition
                    - Addition\\n* Subtraction\\n• Ratio                 | Addition/Subtraction/Ratio
                    •Addition\\n-Subtraction                             | Addition/Subtraction
                    - 1. Addition\\n2. - Subtraction                     | Addition/Subtraction
                    **1. Addition**\\n2. **Subtraction**                 | Addition/Subtraction
                    1. **Addition**: putting numbers together            | Addition
                    1. **Addition:** putting numbers together            | Addition
                    **1. Addition**: putting numbers together            | Addition
                    * **Addition** - putting numbers together            | Addition
                    1. **Addition** of fractions                         | Addition of fractions
                    1. `Addition`.                                       | Addition
                    1. "Addition"\\n2. “Ratio”;                          | Addition/Ratio
                    1. Pythagoras' theorem                               | Pythagoras' theorem
                    1.   Least   common  multiple ;                      | Least common multiple
                    Here are the points:\\n\\n1. Addition\\n\\nGood luck! | Addition
                    **Knowledge points:**\\n1. Addition                  | Addition
                    1. Addition\\n2. addition.\\n3. ADDITION             | Addition
                    <think>\\n1. Maybe ratios\\n</think>\\n1. Addition   | Addition
                    <think>1. Maybe</think>1. Addition                   | Addition
                    <think>\\n1. Maybe ratios                            | ~~
                    1.\\n2. Addition                                     | Addition
                    1. \\n\\n                                            | ~~
                    1. ---\\n2. 42\\n3. ***                              | ~~
                    ---\\n***\\n- - -                                    | ~~
                    3.5 litres are needed\\n10:30 is the time            | ~~
                    -5 is negative                                       | ~~
                    The problem needs addition.                          | ~~
                    Addition, Subtraction                                | ~~
                    I cannot do that                                     | ~~
                    1. A\\n2. B\\n3. C\\n4. D\\n5. E\\n6. F\\n7. G       | A/B/C/D/E
                    """)
    void readsNamesFromAListInItsDisguises(String text, String names) {
        String answer = text.replace("\\n", "\n").replace("\\r", "\r");
        assertThat(String.join("/", KnowledgePointList.parse(answer, 5))).isEqualTo(names);
    }

    @Test
    void theLastNameOfAnAnswerThatWasCutOffIsLeftOut() {
        String text = "1. Addition\n2. Area of a rec";
        Usage usage = new Usage(1, 1);
        assertThat(KnowledgePointList.parse(new Answer.Truncated(text, usage), 5))
                .containsExactly("Addition");
        assertThat(KnowledgePointList.parse(new Answer.Complete(text, usage), 5))
                .containsExactly("Addition", "Area of a rec");
        assertThat(KnowledgePointList.parse(new Answer.Truncated("1. Addi", usage), 5))
                .isEmpty();
        assertThat(KnowledgePointList.parse(new Answer.Empty(usage), 5)).isEmpty();
    }

    @Test
    void aNameAsLongAsAParagraphIsNoName() {
        assertThat(KnowledgePointList.parse("1. " + "word ".repeat(100) + "\n2. Addition", 5))
                .containsExactly("Addition");
    }

    @Test
    void loopsAreReadInLinearTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(KnowledgePointList.parse(" \t\n".repeat(320_000), 5)).isEmpty();
            assertThat(KnowledgePointList.parse("1. " + "*".repeat(2_000_000), 5))
                    .isEmpty();
            assertThat(KnowledgePointList.parse("1. .\n".repeat(320_000), 5)).isEmpty();
            assertThat(KnowledgePointList.parse("1. Addition\n".repeat(320_000), 5))
                    .containsExactly("Addition");
            assertThat(Mention.normal("x" + ".".repeat(10_000_000) + "y")).hasSize(10_000_002);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Addition, addition",
        "'  Least  common\tmultiple. ', least common multiple",
        "'Ratio ; ', ratio",
        "'.', ''"
    })
    void aSpellingHasANormalForm(String text, String normal) {
        assertThat(Mention.normal(text)).isEqualTo(normal);
    }
}
