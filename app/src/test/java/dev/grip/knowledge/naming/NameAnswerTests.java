package dev.grip.knowledge.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameAnswerTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Name: Area of a rectangle              | Area of a rectangle
            Reason: r.\\nName: Area of a rectangle. | Area of a rectangle
            **Name:** "Area of a rectangle"        | Area of a rectangle
            name = `Area of a rectangle`.          | Area of a rectangle
            - **Name**: **Area  of a rectangle**   | Area of a rectangle
            <think>Name: No\\n</think>\\nName: Yes | Yes
            Name: First\\nName: Last               | Last
            Name: Functions (composition of)       | Functions (composition of)
            Name: 面积                             | 面积
            """)
    void aNameIsReadInItsUsualDisguises(String answer, String name) {
        assertThat(NameAnswer.read(said(answer.replace("\\n", "\n")))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Area of a rectangle",
                "Name:",
                "Name: \"\"",
                "Name: 12",
                "Name: ***",
                "The name: is hard",
                "Name:\nArea"
            })
    void anythingElseIsNoName(String answer) {
        assertThat(NameAnswer.read(said(answer))).isEmpty();
    }

    @Test
    void aNameOfMoreThan120CharactersIsNone() {
        assertThat(NameAnswer.read(said("Name: " + "a".repeat(120)))).isPresent();
        assertThat(NameAnswer.read(said("Name: " + "a".repeat(121)))).isEmpty();
        assertThat(NameAnswer.read(said("Name: " + "a ".repeat(100_000)))).isEmpty();
    }

    private static Answer said(String text) {
        return new Answer.Complete(text, Usage.NONE);
    }
}
