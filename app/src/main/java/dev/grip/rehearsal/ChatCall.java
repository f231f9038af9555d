package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Manner;
import dev.grip.rehearsal.structured.ConstraintException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked chat completion request. Sampling fields are accepted and have no effect: answers depend on the seed alone.
 *
 * @param maxTokens null for as many as there is room for
 * @param usageAlways whether every event with text says how many tokens there are
 * @param chunkTokens tokens in one event of the stream, 0 for the server's own number
 * @param logprobs alternatives of each token, negative for no log probabilities
 * @param ignoreEos whether the answer goes on until its budget is used up
 */
record ChatCall(
        List<Conversation.Turn> turns,
        @Nullable Integer maxTokens,
        int n,
        Manner manner,
        List<String> stop,
        boolean stream,
        boolean streamUsage,
        boolean usageAlways,
        int chunkTokens,
        int logprobs,
        boolean ignoreEos) {

    private static final int MOST_CHOICES = 128;
    private static final int MOST_LOGPROBS = 20;

    static ChatCall of(ObjectNode body) {
        refuseUnsupported(body);
        return of(body, turns(body.path("messages")), maxTokens(body), logprobs(body));
    }

    /** A call of the completions endpoint, as a conversation of one message. */
    static ChatCall ofText(ObjectNode body, String prompt, int usualTokens) {
        refuseUnsupported(body);
        Integer asked = maxTokens(body);
        return of(body, List.of(new Conversation.Turn("user", prompt)), asked == null ? usualTokens : asked, -1);
    }

    private static ChatCall of(
            ObjectNode body, List<Conversation.Turn> turns, @Nullable Integer maxTokens, int logprobs) {
        boolean stream = body.path("stream").asBoolean(false);
        if (!stream && body.hasNonNull("stream_options")) {
            throw WireException.badRequest("Stream options can only be defined when `stream=True`.", "stream_options");
        }
        Integer interval = WireJson.integer(body, "stream_interval");
        return new ChatCall(
                turns,
                maxTokens,
                choices(body),
                manner(body),
                stop(body.path("stop")),
                stream,
                body.path("stream_options").path("include_usage").asBoolean(false),
                body.path("stream_options").path("continuous_usage_stats").asBoolean(false),
                interval == null ? 0 : Math.max(1, interval),
                logprobs,
                body.path("ignore_eos").asBoolean(false));
    }

    private static int logprobs(ObjectNode body) {
        Integer top = WireJson.integer(body, "top_logprobs");
        boolean wanted = body.path("logprobs").asBoolean(false);
        if (top != null && top > 0 && !wanted) {
            throw WireException.badRequest(
                    "when using `top_logprobs`, `logprobs` must be set to true.", "top_logprobs");
        }
        if (top != null && (top < 0 || top > MOST_LOGPROBS)) {
            throw WireException.badRequest(
                    "Requested sample logprobs of " + top + ", which is greater than max allowed: " + MOST_LOGPROBS,
                    "top_logprobs");
        }
        return wanted ? top == null ? 0 : top : -1;
    }

    private static void refuseUnsupported(ObjectNode body) {
        if (body.hasNonNull("tools")) {
            throw WireException.badRequest("rehearsal does not support tools", "tools");
        }
        int priority = body.path("priority").asInt(0);
        if (priority != 0) {
            throw WireException.badRequest(
                    "Got priority " + priority + " but Priority scheduling is not enabled.", null);
        }
    }

    private static Manner manner(ObjectNode body) {
        try {
            return Manner.of(body);
        } catch (ConstraintException e) {
            throw WireException.badRequest(String.valueOf(e.getMessage()), e.field());
        }
    }

    static List<Conversation.Turn> turns(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw WireException.badRequest(
                    "Field required: messages must be a list with at least one message", "messages");
        }
        List<Conversation.Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            if (!message.path("role").isTextual()) {
                throw WireException.badRequest("Field required: role of message " + turns.size(), "messages");
            }
            turns.add(new Conversation.Turn(message.path("role").asText(), content(message.path("content"))));
        }
        return turns;
    }

    private static String content(JsonNode content) {
        if (content.isTextual() || content.isNull()) {
            return content.asText("");
        }
        if (!content.isArray()) {
            throw WireException.badRequest("Input should be a string or a list of parts: content", "messages");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    private static @Nullable Integer maxTokens(ObjectNode body) {
        Integer current = WireJson.integer(body, "max_completion_tokens");
        Integer tokens = current != null ? current : WireJson.integer(body, "max_tokens");
        if (tokens != null && tokens < 1) {
            throw WireException.badRequest("max_tokens must be at least 1, got " + tokens + ".", "max_tokens");
        }
        return tokens;
    }

    private static int choices(ObjectNode body) {
        Integer n = WireJson.integer(body, "n");
        if (n == null) {
            return 1;
        }
        if (n < 1 || n > MOST_CHOICES) {
            throw WireException.badRequest("n must be from 1 to " + MOST_CHOICES + ", got " + n + ".", "n");
        }
        return n;
    }

    private static List<String> stop(JsonNode stop) {
        if (stop.isTextual()) {
            return List.of(stop.asText());
        }
        List<String> stops = new ArrayList<>();
        stop.forEach(one -> stops.add(one.asText()));
        return stops;
    }
}
