package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.HashedEmbedding;
import dev.grip.rehearsal.engine.Prompt;
import dev.grip.rehearsal.engine.Sequence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** {@code POST /v1/embeddings}: hashed vectors, as numbers or as base64 of little-endian floats. */
final class Embeddings {

    private final RehearsalConfig config;
    private final Errors errors;

    Embeddings(RehearsalConfig config) {
        this.config = config;
        this.errors = new Errors(config.wire());
    }

    Reply answer(String requestId, ObjectNode body) {
        List<String> inputs = inputs(body.path("input"));
        boolean base64 = base64(body);
        requireDimensions(body);
        List<Sequence.Plan> plans = new ArrayList<>();
        for (String input : inputs) {
            Prompt prompt = PromptTokens.of(input);
            requireFits(prompt.tokens());
            plans.add(new Sequence.Plan(prompt, 0, 0, plans.size(), "stop"));
        }
        return new Reply.Generated(new Work(plans, new Prefilled(() -> vectors(requestId, inputs, base64), errors)));
    }

    private ObjectNode vectors(String requestId, List<String> inputs, boolean base64) {
        ObjectNode response = WireJson.object()
                .put("id", "embd-" + requestId)
                .put("object", "list")
                .put("created", Instant.now().getEpochSecond())
                .put("model", config.model());
        ArrayNode data = response.putArray("data");
        for (String input : inputs) {
            ObjectNode one = data.addObject().put("index", data.size() - 1).put("object", "embedding");
            put(one, HashedEmbedding.of(input), base64);
        }
        int tokens = inputs.stream().mapToInt(TokenCount::of).sum();
        response.putObject("usage")
                .put("prompt_tokens", tokens)
                .put("total_tokens", tokens)
                .put("completion_tokens", 0)
                .putNull("prompt_tokens_details");
        return response;
    }

    private static List<String> inputs(JsonNode input) {
        List<String> texts = new ArrayList<>();
        if (input.isTextual()) {
            texts.add(input.asText());
        }
        for (JsonNode one : input) {
            if (!one.isTextual()) {
                throw WireException.badRequest("rehearsal embeds texts, not tokens: input has " + one, "input");
            }
            texts.add(one.asText());
        }
        if (texts.isEmpty()) {
            throw WireException.badRequest("Field required: input must be a text or a list of texts", "input");
        }
        return texts;
    }

    private void requireFits(int tokens) {
        if (tokens > config.maxModelLength()) {
            throw WireException.badRequest(
                    "This model's maximum context length is " + config.maxModelLength()
                            + " tokens. However, you requested " + tokens
                            + " tokens in the input for embedding generation. Please reduce the length of the input.",
                    "input_tokens");
        }
    }

    private static boolean base64(ObjectNode body) {
        String format = body.path("encoding_format").asText("float");
        if (!format.equals("float") && !format.equals("base64")) {
            throw WireException.badRequest(
                    "encoding_format is " + format + "; float or base64 work", "encoding_format");
        }
        return format.equals("base64");
    }

    private static void requireDimensions(ObjectNode body) {
        Integer dimensions = WireJson.integer(body, "dimensions");
        if (dimensions != null && dimensions != HashedEmbedding.DIMENSIONS) {
            throw WireException.badRequest(
                    "dimensions is " + dimensions + "; this model has " + HashedEmbedding.DIMENSIONS, "dimensions");
        }
    }

    private static void put(ObjectNode one, float[] vector, boolean base64) {
        if (base64) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            one.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
            return;
        }
        ArrayNode numbers = one.putArray("embedding");
        for (float value : vector) {
            numbers.add(value);
        }
    }
}
