package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a chat answer that came in one piece. */
final class ChatReply {

    private ChatReply() {}

    static Attempt<ChatResult> read(JsonNode root, int choices) {
        Usage usage = usage(root.path("usage"));
        Map<Integer, Answer> answers = new TreeMap<>();
        String finish = "";
        for (JsonNode choice : root.path("choices")) {
            int index = choice.path("index").asInt(-1);
            JsonNode message = choice.path("message");
            if (index < 0 || index >= choices || !message.isObject()) {
                continue;
            }
            finish = choice.path("finish_reason").asText("");
            Optional<Answer> answer = AnswerRules.of(
                    message.path("content").asText(""),
                    message.path("refusal").asText(""),
                    finish,
                    AnswerRules.share(usage, index, choices));
            answer.ifPresent(one -> answers.put(index, one));
        }
        if (!answers.isEmpty()) {
            return Attempt.done(new ChatResult(answers));
        }
        String detail = finish.isEmpty()
                ? "its answer has no choices[0].message with a finish_reason"
                : "its answer ended with finish_reason '" + finish + "'";
        return Attempt.failed(Json.malformed(detail, root.toString()));
    }

    static Usage usage(JsonNode usage) {
        return new Usage(
                usage.path("prompt_tokens").asInt(0),
                usage.path("completion_tokens").asInt(0),
                usage.path("prompt_tokens_details").path("cached_tokens").asInt(0));
    }
}
