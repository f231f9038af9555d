package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatReplyTests {

    @Test
    void usageIsSharedOutAmongTheAnswersWithoutLoss() throws Exception {
        Attempt<ChatResult> read = read(
                """
                {"choices": [{"index": 1, "message": {"content": "b"}, "finish_reason": "stop"},
                             {"index": 0, "message": {"content": "a"}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 9, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 4}}}
                """,
                2);
        assertThat(read.value().answers())
                .containsEntry(0, new Answer.Complete("a", new Usage(5, 3, 2)))
                .containsEntry(1, new Answer.Complete("b", new Usage(4, 2, 2)));
        assertThat(read.value().tokens()).isEqualTo(5);
    }

    @Test
    void nullContentIsAnEmptyAnswer() throws Exception {
        Attempt<ChatResult> read = read(
                "{\"choices\": [{\"index\": 0, \"message\": {\"content\": null, \"reasoning\": \"hm\", \"tool_calls\": []},"
                        + " \"finish_reason\": \"length\"}]}",
                1);
        assertThat(read.value().answers().get(0)).isInstanceOf(Answer.Empty.class);
    }

    @Test
    void anAnswerThatEndedBadlyDoesNotSpoilTheOthers() throws Exception {
        Attempt<ChatResult> read = read(
                """
                {"choices": [{"index": 0, "message": {"content": "a"}, "finish_reason": "abort"},
                             {"index": 1, "message": {"content": "b"}, "finish_reason": "length"}]}
                """,
                2);
        assertThat(read.value().answers()).containsOnlyKeys(1);
        assertThat(read.value().answers().get(1)).isInstanceOf(Answer.Truncated.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"choices\": null}",
                "{\"choices\": []}",
                "{\"choices\": {}}",
                "{\"choices\": [{\"message\": {\"content\": \"a\"}, \"finish_reason\": \"stop\"}]}",
                "{\"choices\": [{\"index\": 0, \"message\": \"a\", \"finish_reason\": \"stop\"}]}",
                "{\"choices\": [{\"index\": 7, \"message\": {\"content\": \"a\"}, \"finish_reason\": \"stop\"}]}",
                "{\"choices\": [{\"index\": 0, \"message\": {\"content\": \"a\"}}]}",
                "{\"choices\": [{\"index\": 0, \"message\": {\"content\": \"a\"}, \"finish_reason\": \"tool_calls\"}]}"
            })
    void whatHasNoUsableAnswerIsMalformed(String body) throws Exception {
        Trouble trouble = read(body, 1).trouble();
        assertThat(trouble.category()).isEqualTo(FailureCategory.MALFORMED);
        assertThat(trouble.raw()).isNotEmpty();
    }

    private static Attempt<ChatResult> read(String body, int choices) throws JsonProcessingException {
        return ChatReply.read(new JsonMapper().readTree(body), choices);
    }
}
