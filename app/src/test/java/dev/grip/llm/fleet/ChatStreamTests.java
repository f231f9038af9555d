package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.Trouble.Retry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatStreamTests {

    private static final StatusRules RULES = new StatusRules(Endpoint.of(Role.JUDGE, "http://localhost:1", "m"));
    private static final String DONE = "[DONE]";
    private static final String USAGE =
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"prompt_tokens_details\":null}}";

    @Test
    void piecesAreJoinedAndTheUsageOfTheLastChunkCounts() {
        Answer answer = one(piece("a", null), piece("b", null), piece("c", "stop"), USAGE, DONE);
        assertThat(answer).isEqualTo(new Answer.Complete("abc", new Usage(7, 5, 0)));
    }

    @Test
    void usageThatGrowsWithEachChunkIsNotAdded() {
        String running =
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":4}}";
        assertThat(one(running, piece("", "stop"), USAGE, DONE).usage()).isEqualTo(new Usage(7, 5, 0));
    }

    @Test
    void withoutUsageNothingIsCounted() {
        assertThat(one(piece("a", "stop"), DONE).usage()).isEqualTo(Usage.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[]}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"function_call\":{\"name\":\"f\"}},\"logprobs\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\",\"reasoning_content\":\"hm\"}}]}",
                "{\"choices\":[{\"index\":0}]}",
                "{\"choices\":[{\"index\":0,\"delta\":null,\"finish_reason\":null}]}",
                "{\"choices\":null}",
                "{\"choices\":[],\"usage\":null,\"error\":null}",
                "{}",
                "null",
                "[]",
                ""
            })
    void whatIsNoTextAddsNothing(String noise) {
        Answer answer = one(noise, piece("a", null), noise, piece("b", "stop"), noise, DONE);
        assertThat(answer).isInstanceOf(Answer.Complete.class);
        assertThat(answer.text()).isEqualTo("ab");
    }

    @Test
    void aFinishReasonIsNotForgottenWhenChunksFollow() {
        assertThat(one(piece("a", "length"), piece("", null), DONE)).isInstanceOf(Answer.Truncated.class);
    }

    @Test
    void choicesMayComeInAnyOrderAndMixed() {
        ChatStream stream = stream(2, choice(1, "b", null), choice(0, "a", "stop"), choice(1, "B", "stop"), DONE);
        assertThat(stream.result().value().answers())
                .hasSize(2)
                .hasEntrySatisfying(0, answer -> assertThat(answer.text()).isEqualTo("a"))
                .hasEntrySatisfying(1, answer -> assertThat(answer.text()).isEqualTo("bB"));
    }

    @Test
    void aMissingChoiceDoesNotSpoilTheOther() {
        ChatStream stream = stream(2, choice(1, "b", "stop"), DONE);
        assertThat(stream.result().value().answers()).containsOnlyKeys(1);
    }

    @Test
    void choicesThatWereNotAskedForAreLeftOut() {
        ChatStream stream = stream(1, choice(0, "a", "stop"), choice(5, "x", "stop"), choice(-1, "y", "stop"), DONE);
        assertThat(stream.result().value().answers()).containsOnlyKeys(0);
    }

    @Test
    void aStreamThatEndsEarlyIsNoAnswer() {
        for (String[] events : List.of(
                new String[] {},
                new String[] {DONE},
                new String[] {USAGE, DONE},
                new String[] {piece("a", null), DONE},
                new String[] {piece("a", "stop")})) {
            Trouble trouble = stream(1, events).result().trouble();
            assertThat(trouble.category()).isEqualTo(FailureCategory.SERVER_ERROR);
            assertThat(trouble.retry()).isEqualTo(Retry.BACKOFF);
        }
        assertThat(stream(2, choice(0, "a", "stop"), choice(1, "b", null), DONE)
                        .result()
                        .trouble())
                .isNotNull();
    }

    @Test
    void anErrorInTheStreamCountsWhateverCameBefore() {
        String error = "{\"error\":{\"message\":\"out of memory\",\"code\":500}}";
        Trouble trouble = stream(1, piece("a", "stop"), error, DONE).result().trouble();
        assertThat(trouble.category()).isEqualTo(FailureCategory.SERVER_ERROR);
        assertThat(trouble.detail()).contains("out of memory");
    }

    @Test
    void anErrorIsReadByItsOwnCode() {
        String error = "{\"object\":\"error\",\"message\":\"too many\",\"code\":429}";
        assertThat(stream(1, error).result().trouble().category()).isEqualTo(FailureCategory.OVERLOADED);
    }

    @Test
    void anEventThatIsNoJsonIsNamed() {
        Trouble trouble = stream(1, "{\"choices\":", DONE).result().trouble();
        assertThat(trouble.category()).isEqualTo(FailureCategory.MALFORMED);
        assertThat(trouble.detail()).contains("not JSON");
    }

    @Test
    void theFirstTokenIsThatOfTextOrReasoning() {
        assertThat(stream(1, piece("", null), USAGE).firstToken()).isNull();
        assertThat(stream(1, piece("a", null)).firstToken()).isNotNull();
        assertThat(stream(1, "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\"}}]}")
                        .firstToken())
                .isNotNull();
    }

    @Test
    void anyEventsComeToAnAnswerOrATrouble() {
        String whole = piece("text", "stop");
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder spoilt = new StringBuilder(whole);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                spoilt.setCharAt(random.nextInt(whole.length()), "\"{}[]:,0x\\".charAt(random.nextInt(10)));
            }
            assertThatCode(() -> stream(1, spoilt.toString(), DONE).result())
                    .as(spoilt.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static Answer one(String... events) {
        Attempt<ChatResult> attempt = stream(1, events).result();
        assertThat(attempt.trouble()).isNull();
        return attempt.value().answers().get(0);
    }

    private static ChatStream stream(int choices, String... events) {
        ChatStream stream = new ChatStream(choices, RULES);
        for (String event : events) {
            stream.take(event);
        }
        return stream;
    }

    private static String piece(String text, String finish) {
        return choice(0, text, finish);
    }

    private static String choice(int index, String text, String finish) {
        String reason = finish == null ? "null" : '"' + finish + '"';
        return "{\"choices\":[{\"index\":" + index + ",\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":"
                + reason + "}]}";
    }
}
