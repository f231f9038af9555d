package dev.grip.knowledge.extraction;

import static org.assertj.core.api.Assertions.assertThat;

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
                    1. ---\\n2. ***\\n3. ...                             | ~~
                    1. 42\\n2. 😀\\n3. $x^2$                           | 42/😀/$x^2$
                    ["Addition", "Ratio"]                                | Addition/Ratio
                    ```json\\n[\\n  "Addition",\\n  "Ratio"\\n]\\n```    | Addition/Ratio
                    {"knowledge_points": ["Addition", "Ratio"]}          | Addition/Ratio
                    [{"name": "Addition", "description": "sums"}, {"name": "Ratio", "description": "r"}] | Addition/Ratio
                    ["Adding \\frac{a}{b}", "The \\"mean\\"", "\\u00e9tale"]  | Adding \\frac{a}{b}/The "mean"/étale
                    1. Addition 2. Ratio 3. Area of a circle             | Addition/Ratio/Area of a circle
                    The points are: 1. Addition 2. Ratio                 | Addition/Ratio
                    1) Addition 2) Ratio                                 | Addition/Ratio
                    Knowledge points: Addition, Ratio, and Area          | Addition/Ratio/Area
                    **Key concepts:** Addition; Sums, products           | Addition/Sums, products
                    Needed knowledge points: Addition                    | Addition
                    知识点：加法、减法。                                  | 加法/减法
                    1．加法\\n2．减法                                     | 加法/减法
                    一、加法。\\n二、减法；                                | 加法/减法
                    （1）加法\\n（2）「减法」                             | 加法/减法
                    ①加法\\n②减法                                        | 加法/减法
                    1、加法：两个数合并                                   | 加法：两个数合并
                    I. Addition\\nII. Ratio\\nIII. Area                 | Addition/Ratio/Area
                    (a) Addition\\n(b) Ratio                            | Addition/Ratio
                    a) Addition\\nb) Ratio                              | Addition/Ratio
                    A. Addition\\nB. Ratio                              | Addition/Ratio
                    (1) Addition\\n(2) Ratio                            | Addition/Ratio
                    [1] Addition                                         | Addition
                    ### 1. Addition\\nSums.\\n### 2. Ratio              | Addition/Ratio
                    1. Addition\\n   - of numbers\\n   - of terms\\n2. Ratio | Addition/Ratio
                    1. Addition\\n- of numbers\\n2. Ratio               | Addition/Ratio
                    - Addition\\n  - of numbers\\n- Ratio               | Addition/Ratio
                    1. Addition: putting two or more numbers together    | Addition
                    1. Addition - putting two or more numbers together   | Addition
                    1. Ratio 3:2                                         | Ratio 3:2
                    1. Greatest common divisor (GCD)                     | Greatest common divisor (GCD)
                    1. Rules for \\frac{a}{b} and $x_1$                   | Rules for \\frac{a}{b} and $x_1$
                    1. _Addition_\\n2. __Ratio__                        | Addition/Ratio
                    Here are the points you asked for:\\nAddition\\nRatio | ~~
                    ```\\nAddition\\nRatio of two numbers\\n```         | Addition/Ratio of two numbers
                    Knowledge points:\\nAddition\\nRatio                | Addition/Ratio
                    1. Addition\\n2. Ratio\\nLet me know if I can help! | Addition/Ratio
                    1. Additions\\n2. The addition\\n3. “addition”      | Additions
                    I'm sorry,\\nI cannot help                          | ~~
                    As an AI model I do not judge.\\nPlease ask others.  | ~~
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
    void tablesAreReadByTheirNames() {
        String rows = "| # | Name | Why |\n|---|:---|---|\n| 1 | Addition | sums |\n| 2 | **Ratio** | parts |";
        assertThat(KnowledgePointList.parse("Here:\n\n" + rows, 5)).containsExactly("Addition", "Ratio");
        assertThat(KnowledgePointList.parse("| Name | Why |\n| --- | --- |\n| Addition | sums |", 5))
                .containsExactly("Addition");
    }

    @Test
    void aNameAsLongAsAParagraphIsTakenForTheFilterToJudge() {
        String solution = "word ".repeat(2_000).strip();
        assertThat(KnowledgePointList.parse("1. " + solution + "\n2. Addition", 5))
                .containsExactly(solution, "Addition");
    }

    @Test
    void loopsAreReadInLinearTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(KnowledgePointList.parse(" \t\n".repeat(320_000), 5)).isEmpty();
            assertThat(KnowledgePointList.parse("1. " + "*".repeat(2_000_000), 5))
                    .isEmpty();
            assertThat(KnowledgePointList.parse("[\"" + "\\\\\"".repeat(1_000_000), 5))
                    .isEmpty();
            assertThat(KnowledgePointList.parse("1. a" + " 2. a".repeat(400_000), 5))
                    .isNotNull();
            assertThat(KnowledgePointList.parse("|".repeat(2_000_000), 5)).isEmpty();
            assertThat(KnowledgePointList.parse("Topics: " + "a,".repeat(1_000_000), 5))
                    .isNotNull();
            assertThat(KnowledgePointList.parse("1. .\n".repeat(320_000), 5)).isEmpty();
            assertThat(KnowledgePointList.parse("1. Addition\n".repeat(320_000), 5))
                    .containsExactly("Addition");
        });
    }
}
