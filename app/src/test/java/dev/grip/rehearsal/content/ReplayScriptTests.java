package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.grip.rehearsal.structured.Constraint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded answers, said again. */
class ReplayScriptTests {

    private static final List<Conversation.Turn> ASKED = List.of(
            new Conversation.Turn("system", "Be brief."), new Conversation.Turn("user", "Wie geht's?\n\"Gut?\""));
    private static final String MESSAGES =
            """
            [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Wie geht's?\\n\\"Gut?\\""}]""";

    private static ReplayScript script(String... lines) throws IOException {
        byte[] recording = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return ReplayScript.read(new ByteArrayInputStream(recording), conversation -> "fallback");
    }

    private static Conversation asked(List<Conversation.Turn> turns, Manner manner) {
        return new Conversation("model", turns, Personality.FLAWLESS, manner);
    }

    @Test
    void theSameMessagesGetTheRecordedAnswerAndOthersTheFallback() throws IOException {
        ReplayScript script = script("", "{\"messages\": " + MESSAGES + ", \"answer\": \"Gut: \\\\frac{1}{2} ü\"}");

        assertThat(script.answer(asked(ASKED, Manner.plain()))).isEqualTo("Gut: \\frac{1}{2} ü");
        assertThat(script.answer(asked(ASKED.subList(1, 2), Manner.plain()))).isEqualTo("fallback");
        assertThat(script.answer(asked(List.of(), Manner.plain()))).isEqualTo("fallback");
    }

    @Test
    void aHashStandsForItsMessages() throws IOException {
        ReplayScript script = script("{\"hash\": \"" + ReplayScript.hash(ASKED) + "\", \"answer\": \"hashed\"}");

        assertThat(ReplayScript.hash(ASKED)).hasSize(64);
        assertThat(script.answer(asked(ASKED, Manner.plain()))).isEqualTo("hashed");
    }

    @Test
    void severalAnswersAreTakenInTurn() throws IOException {
        String line = "{\"messages\": " + MESSAGES + ", \"answer\": \"%s\"}";
        ReplayScript script = script(line.formatted("first"), line.formatted("second"), line.formatted("third"));

        assertThat(List.of(0, 1, 2, 3))
                .extracting(index -> script.answer(asked(ASKED, Manner.plain().choice(index))))
                .containsExactly("first", "second", "third", "first");
        Manner seeded = new Manner(Constraint.none(), true, 100, -1, 0);
        assertThat(script.answer(asked(ASKED, seeded))).isEqualTo("third");
    }

    @Test
    void aRecordedVerdictTakesTheFormAskedFor() throws IOException {
        ReplayScript script = script("{\"messages\": " + MESSAGES + ", \"answer\": \"So so.\\nAnswer: False\"}");
        Constraint bool = Constraint.of(JsonNodeFactory.instance
                .objectNode()
                .set(
                        "structured_outputs",
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "json",
                                        JsonNodeFactory.instance.objectNode().put("type", "boolean"))));

        assertThat(new Speaker(script)
                        .speak(asked(ASKED, new Manner(bool, true, 100, 0, 0)))
                        .content())
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"messages": [], "answer": 1}                        | answer
            {"answer": "x"}                                      | hash
            {"messages": [{"role": "user"}], "answer": "x"}      | content
            {"messages": [{"content": "a"}], "answer": "x"}      | role
            not json                                             | not JSON
            """)
    void aBadLineIsNamedWithItsNumber(String line, String named) {
        assertThatThrownBy(() -> script("", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining(named);
    }
}
