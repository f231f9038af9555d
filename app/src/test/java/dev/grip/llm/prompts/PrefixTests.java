package dev.grip.llm.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.ChatMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers keep what they have computed of a prompt's beginning, so that beginning must be alike as far as it can be. */
class PrefixTests {

    private static final PromptLibrary PROMPTS = PromptLibrary.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judging/judge-problem",
                "judging/judge-solution",
                "judging/rate-difficulty",
                "knowledge/check-quality",
                "knowledge/check-same-meaning",
                "knowledge/extract-knowledge-points",
                "knowledge/name-class",
                "synthesis/solve-problem",
                "synthesis/write-problem"
            })
    void mostOfWhatIsFixedStandsBeforeWhatVaries(String name) {
        Prompt prompt = PROMPTS.get(name);
        List<ChatMessage> one = prompt.render(values(prompt, "A"));
        List<ChatMessage> other = prompt.render(values(prompt, "B"));
        assertThat(prompt.system()).doesNotContain("{{");
        int alike = alike(text(one), text(other));
        assertThat(alike)
                .as("characters before the first input")
                .isGreaterThan(text(one).length() * 7 / 10);
    }

    /** The first is what several calls of one item have in common. */
    @ParameterizedTest
    @CsvSource({"judging/judge-solution, problem, solution"})
    void whatSeveralCallsShareStandsBeforeWhatTheyDoNot(String name, String shared, String own) {
        Prompt prompt = PROMPTS.get(name);
        assertThat(prompt.user().indexOf("{{" + shared + "}}"))
                .isNotNegative()
                .isLessThan(prompt.user().indexOf("{{" + own + "}}"));
    }

    private static Map<String, String> values(Prompt prompt, String value) {
        Map<String, String> values = new HashMap<>();
        prompt.inputs().forEach(input -> values.put(input, value));
        return values;
    }

    private static String text(List<ChatMessage> messages) {
        StringBuilder text = new StringBuilder();
        messages.forEach(message -> text.append(message.content()));
        return text.toString();
    }

    private static int alike(String one, String other) {
        int i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }
}
