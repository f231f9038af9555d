package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Manner;
import dev.grip.rehearsal.structured.ConstraintException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked chat completion request. Most sampling fields have no effect. */
record ChatCall(
        List<Conversation.Turn> turns,
        @Nullable Integer maxTokens,
        int n,
        Manner manner,
        List<String> stop,
        boolean stream,
        boolean streamUsage) {

    private static final int MOST_CHOICES = 128;

    static ChatCall of(ObjectNode body) {
        refuseUnsupported(body);
        return new ChatCall(
                turns(body.path("messages")),
                maxTokens(body),
                choices(body),
                manner(body),
                stop(body.path("stop")),
                body.path("stream").asBoolean(false),
                body.path("stream_options").path("include_usage").asBoolean(false));
    }

    private static void refuseUnsupported(ObjectNode body) {
        if (body.hasNonNull("tools")) {
            throw WireException.badRequest("rehearsal does not support tools", "tools");
        }
        if (body.path("logprobs").asBoolean(false)) {
            throw WireException.badRequest("rehearsal has no log probabilities", "logprobs");
        }
    }

    private static Manner manner(ObjectNode body) {
        try {
            return Manner.of(body);
        } catch (ConstraintException e) {
            throw WireException.badRequest(String.valueOf(e.getMessage()), e.field());
        }
    }

    private static List<Conversation.Turn> turns(JsonNode messages) {
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
