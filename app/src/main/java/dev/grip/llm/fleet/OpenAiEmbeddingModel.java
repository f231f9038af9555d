package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.llm.Answer;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.ServedModel;
import dev.grip.llm.Usage;
import dev.grip.llm.embeddings.UnitVectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An embedding model behind {@code /v1/embeddings}; its dimensions are what its first answer has. Thread-safe. */
final class OpenAiEmbeddingModel implements EmbeddingModel {

    static final int BATCH = 128;

    private final ModelServer server;
    private volatile int dimensions;

    OpenAiEmbeddingModel(ModelServer server) {
        this.server = server;
    }

    ServedModel served() {
        return server.served();
    }

    @Override
    public String name() {
        return server.endpoint().model();
    }

    @Override
    public int dimensions() {
        if (dimensions == 0) {
            embed(List.of("dimensions"));
        }
        return dimensions;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(batch(texts.subList(from, Math.min(from + BATCH, texts.size()))));
        }
        return vectors;
    }

    private List<float[]> batch(List<String> texts) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", name());
        ArrayNode input = body.putArray("input");
        texts.forEach(input::add);
        body.put("encoding_format", "float");
        try {
            Attempt<List<float[]>> attempt =
                    server.call("/embeddings", Json.bytes(body), key(texts), reply -> Json.object(reply)
                            .then(root -> vectors(root, texts.size())));
            Trouble trouble = attempt.trouble();
            if (trouble != null) {
                throw failed(trouble.category(), trouble.about(server.endpoint()));
            }
            return Objects.requireNonNull(attempt.value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(
                    FailureCategory.CANCELLED, server.endpoint().describe() + ": the call was cancelled; ask again");
        }
    }

    private ModelServerException failed(FailureCategory category, String message) {
        server.tally().answered(server.endpoint(), new Answer.Failed(category, message));
        return new ModelServerException(category, message);
    }

    private static String key(List<String> texts) {
        byte[] bytes = String.join("\u0000", texts).getBytes(StandardCharsets.UTF_8);
        return "embed-" + UUID.nameUUIDFromBytes(bytes);
    }

    private Attempt<List<float[]>> vectors(JsonNode root, int expected) {
        server.sawFingerprint(root.path("system_fingerprint").asText(""));
        JsonNode data = root.path("data");
        float[][] vectors = new float[expected][];
        for (JsonNode item : data) {
            int index = item.path("index").asInt(-1);
            if (index < 0 || index >= expected || vectors[index] != null) {
                return Attempt.failed(
                        Json.malformed("index " + index + " stands in its answer to " + expected + " texts"));
            }
            vectors[index] = vector(item.path("embedding"));
        }
        if (data.size() != expected) {
            return Attempt.failed(Json.malformed("it gave " + data.size() + " vectors for " + expected + " texts"));
        }
        return checked(Arrays.asList(vectors), root);
    }

    private Attempt<List<float[]>> checked(List<float[]> vectors, JsonNode root) {
        int first = dimensions == 0 ? vectors.get(0).length : dimensions;
        for (float[] vector : vectors) {
            if (vector.length != first || !UnitVectors.normalise(vector)) {
                return Attempt.failed(Json.malformed(
                        "a vector has " + vector.length + " numbers and not " + first + ", or is zero or not finite"));
            }
        }
        dimensions = first;
        Usage usage = new Usage(root.path("usage").path("prompt_tokens").asInt(0), 0);
        server.tally().answered(server.endpoint(), new Answer.Complete("", usage));
        return Attempt.done(vectors);
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.path(i).asDouble(Double.NaN);
        }
        return vector;
    }
}
