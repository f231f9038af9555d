package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTests {

    private static final Usage USAGE = new Usage(7, 5, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text  |           | stop           | complete
                    text  |           | length         | truncated
                    text  |           | repetition     | truncated
                    text  |           | content_filter | refused
                          |           | content_filter | refused
                          |           | stop           | empty
                    ' \n' |           | stop           | empty
                          |           | length         | empty
                          |           | repetition     | empty
                    text  | I may not | stop           | refused
                          | I may not | length         | refused
                          | I may not | abort          | refused
                    """)
    void howAnAnswerEndedSaysWhatItIs(String content, String refusal, String finish, String outcome) {
        Answer answer =
                AnswerRules.of(given(content), given(refusal), finish, USAGE).orElseThrow();
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.usage()).isEqualTo(USAGE);
        assertThat(answer.complete()).isEqualTo(outcome.equals("complete"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abort", "error", "tool_calls", "function_call", "null", "STOP", "something-new"})
    void oneThatEndedInAnyOtherWayIsNotUsable(String finish) {
        assertThat(AnswerRules.of("text", "", finish, USAGE)).isEmpty();
    }

    @Test
    void sharesAddUpToTheWhole() {
        for (int of = 1; of <= 9; of++) {
            int choices = of;
            Usage whole = new Usage(100, 1_001, 7);
            assertThat(IntStream.range(0, of)
                            .mapToObj(i -> AnswerRules.share(whole, i, choices))
                            .reduce(AnswerRulesTests::plus))
                    .contains(whole);
        }
    }

    private static Usage plus(Usage one, Usage other) {
        return new Usage(
                one.promptTokens() + other.promptTokens(),
                one.completionTokens() + other.completionTokens(),
                one.cachedTokens() + other.cachedTokens());
    }

    private static String given(String cell) {
        return cell == null ? "" : cell;
    }
}
