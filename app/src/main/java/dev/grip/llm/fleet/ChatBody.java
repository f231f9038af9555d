package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Constraint;
import dev.grip.llm.http.JsonBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The body of a chat call, with every field that decides the answer sent explicitly, because servers override unset ones. */
final class ChatBody {

    private static final int USUAL_SIZE = 4096;
    private static final String SHARE_PATTERN = "(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)";

    private final JsonGenerator json;

    private ChatBody(JsonGenerator json) {
        this.json = json;
    }

    static JsonBody of(String model, ChatRequest request, int choices, boolean stream, ConstraintMode mode) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            new ChatBody(json).write(model, request, choices, stream, mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonBody(bytes.toByteArray());
    }

    private void write(String model, ChatRequest request, int choices, boolean stream, ConstraintMode mode)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("model", model);
        json.writeArrayFieldStart("messages");
        for (ChatMessage message : request.messages()) {
            json.writeStartObject();
            json.writeStringField("role", message.role());
            json.writeStringField("content", message.content());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("temperature", request.sampling().temperature());
        json.writeNumberField("top_p", request.sampling().topP());
        json.writeNumberField("seed", request.seed());
        json.writeNumberField("max_tokens", request.sampling().maxTokens());
        if (choices > 1) {
            json.writeNumberField("n", choices);
        }
        json.writeBooleanField("stream", stream);
        if (stream) {
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        }
        constraint(request.constraint(), mode);
        json.writeEndObject();
    }

    private void constraint(@Nullable Constraint constraint, ConstraintMode mode) throws IOException {
        if (constraint == null) {
            return;
        }
        if (mode == ConstraintMode.STRUCTURED_OUTPUTS) {
            json.writeObjectFieldStart("structured_outputs");
            value(constraint);
            json.writeEndObject();
        } else if (mode == ConstraintMode.JSON_SCHEMA) {
            json.writeObjectFieldStart("response_format");
            json.writeStringField("type", "json_schema");
            json.writeObjectFieldStart("json_schema");
            json.writeStringField("name", constraint.field());
            json.writeObjectFieldStart("schema");
            schema(constraint);
            json.writeEndObject();
            json.writeBooleanField("strict", true);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void value(Constraint constraint) throws IOException {
        if (constraint instanceof Constraint.Choice choice) {
            json.writeArrayFieldStart("choice");
            for (String word : choice.words()) {
                json.writeString(word);
            }
            json.writeEndArray();
        } else {
            json.writeStringField("regex", SHARE_PATTERN);
        }
    }

    private void schema(Constraint constraint) throws IOException {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart(constraint.field());
        if (constraint instanceof Constraint.Choice choice) {
            json.writeStringField("type", "string");
            json.writeArrayFieldStart("enum");
            for (String word : choice.words()) {
                json.writeString(word);
            }
            json.writeEndArray();
        } else {
            json.writeStringField("type", "number");
            json.writeNumberField("minimum", 0);
            json.writeNumberField("maximum", 1);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("required");
        json.writeString(constraint.field());
        json.writeEndArray();
        json.writeBooleanField("additionalProperties", false);
    }
}
