package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A chat answer that arrives in events, put together. Only a stream that names a {@code finish_reason} for each choice and ends
 * with {@code [DONE]} is an answer: the status is 200 even when the server fails midway. Not thread-safe.
 */
final class ChatStream {

    private static final String DONE = "[DONE]";

    private final int choices;
    private final StatusRules rules;
    private final long started;
    private final Map<Integer, Piece> pieces = new TreeMap<>();
    private Usage usage = Usage.NONE;
    private String model = "";
    private String fingerprint = "";
    private boolean done;
    private @Nullable Trouble trouble;
    private @Nullable Duration firstToken;

    /** What has come of one choice. */
    private static final class Piece {
        private final StringBuilder content = new StringBuilder();
        private final StringBuilder refusal = new StringBuilder();
        private String finish = "";
    }

    ChatStream(int choices, StatusRules rules) {
        this.choices = choices;
        this.rules = rules;
        this.started = System.nanoTime();
    }

    /** Takes the data of one event. */
    void take(String data) {
        if (data.equals(DONE)) {
            done = true;
            return;
        }
        try {
            take(Json.MAPPER.readTree(data), data);
        } catch (JsonProcessingException e) {
            trouble = Json.malformed("an event of its stream is not JSON: " + ServerError.snippet(data), data);
        }
    }

    private void take(JsonNode event, String data) {
        if (event.hasNonNull("error") || event.path("object").asText("").equals("error")) {
            trouble = error(event, data);
            return;
        }
        model = event.path("model").asText(model);
        fingerprint = event.path("system_fingerprint").asText(fingerprint);
        if (event.path("usage").isObject()) {
            usage = ChatReply.usage(event.path("usage"));
        }
        event.path("choices").forEach(this::choice);
    }

    private Trouble error(JsonNode event, String data) {
        JsonNode error = event.path("error");
        int code = (error.isObject() ? error : event).path("code").asInt(500);
        int status = code >= 400 && code < 600 ? code : 500;
        return rules.trouble(Reply.of(status, data));
    }

    private void choice(JsonNode choice) {
        Piece piece = pieces.computeIfAbsent(choice.path("index").asInt(0), index -> new Piece());
        JsonNode delta = choice.path("delta");
        String text = delta.path("content").asText("");
        piece.content.append(text);
        piece.refusal.append(delta.path("refusal").asText(""));
        piece.finish = choice.path("finish_reason").asText(piece.finish);
        boolean produced = !text.isEmpty() || delta.hasNonNull("reasoning") || delta.hasNonNull("reasoning_content");
        if (firstToken == null && produced) {
            firstToken = Duration.ofNanos(System.nanoTime() - started);
        }
    }

    String model() {
        return model;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** From the sending of the request to the first piece of text or reasoning; null if none came. */
    @Nullable
    Duration firstToken() {
        return firstToken;
    }

    /** What it came to, once the body has ended. */
    Attempt<ChatResult> result() {
        if (trouble != null) {
            return Attempt.failed(trouble);
        }
        long finished = pieces.values().stream()
                .filter(piece -> !piece.finish.isEmpty())
                .count();
        if (!done || pieces.isEmpty() || finished < pieces.size()) {
            String lacks = done ? "a finish_reason" : DONE;
            return Attempt.failed(Trouble.of(
                    FailureCategory.SERVER_ERROR,
                    Retry.BACKOFF,
                    "its stream ended without " + lacks,
                    "look into the server's log"));
        }
        return answers();
    }

    private Attempt<ChatResult> answers() {
        Map<Integer, Answer> answers = new TreeMap<>();
        pieces.forEach((index, piece) -> AnswerRules.of(
                        piece.content.toString(),
                        piece.refusal.toString(),
                        piece.finish,
                        AnswerRules.share(usage, index, choices))
                .filter(answer -> index >= 0 && index < choices)
                .ifPresent(answer -> answers.put(index, answer)));
        if (answers.isEmpty()) {
            Piece first = pieces.values().iterator().next();
            return Attempt.failed(Json.malformed(
                    "its answer ended with finish_reason '" + first.finish + "'", first.content.toString()));
        }
        return Attempt.done(new ChatResult(answers));
    }
}
