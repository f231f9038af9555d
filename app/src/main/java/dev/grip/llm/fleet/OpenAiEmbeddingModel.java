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
import dev.grip.llm.http.Exchange;
import dev.grip.llm.http.JsonBody;
import dev.grip.llm.http.Post;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An embedding model behind {@code /v1/embeddings}; its dimensions are what its first answer has. Texts are sent in batches, at
 * most {@link #BATCH} or so many that their characters stay below {@link #BATCH_CHARACTERS}. Thread-safe.
 */
final class OpenAiEmbeddingModel implements EmbeddingModel {

    static final int BATCH = 128;
    static final int BATCH_CHARACTERS = 32_768;
    private static final String STAGE = "embeddings";

    private final Endpoint endpoint;
    private final Delivery delivery;
    private final ExchangeRules rules;
    private final CallTally tally;
    private volatile int dimensions;

    OpenAiEmbeddingModel(Endpoint endpoint, Delivery delivery, CallTally tally) {
        this.endpoint = endpoint;
        this.delivery = delivery;
        this.rules = new ExchangeRules(endpoint);
        this.tally = tally;
    }

    ServedModel served() {
        return delivery.pool().served(endpoint);
    }

    @Override
    public String name() {
        return endpoint.model();
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
        int from = 0;
        while (from < texts.size()) {
            int to = endOfBatch(texts, from);
            vectors.addAll(batch(texts.subList(from, to)));
            from = to;
        }
        return vectors;
    }

    private static int endOfBatch(List<String> texts, int from) {
        int to = from;
        long characters = 0;
        while (to < texts.size() && to - from < BATCH) {
            characters += texts.get(to).length();
            if (to > from && characters > BATCH_CHARACTERS) {
                break;
            }
            to++;
        }
        return to;
    }

    private List<float[]> batch(List<String> texts) {
        JsonBody body = body(texts);
        Errand errand = new Errand(key(texts), STAGE, "", 1);
        try {
            Attempt<List<float[]>> attempt = delivery.deliver(
                    errand, (replica, requestId) -> send(replica, body, requestId, texts.size()), List::size);
            Trouble trouble = attempt.trouble();
            if (trouble != null) {
                throw failed(trouble.category(), trouble.about(endpoint));
            }
            return Objects.requireNonNull(attempt.value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(FailureCategory.CANCELLED, endpoint.describe() + ": the call was cancelled; ask again");
        }
    }

    private JsonBody body(List<String> texts) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", name());
        ArrayNode input = body.putArray("input");
        texts.forEach(input::add);
        body.put("encoding_format", "base64");
        return new JsonBody(Json.bytes(body));
    }

    private Attempt<List<float[]>> send(Replica replica, JsonBody body, String requestId, int expected)
            throws InterruptedException {
        Exchange exchange = replica.connection().post(new Post("/embeddings", body, requestId, endpoint.deadlines()));
        return rules.check(exchange).then(Json::object).then(root -> vectors(root, expected));
    }

    private ModelServerException failed(FailureCategory category, String message) {
        tally.answered(endpoint, STAGE, new Answer.Failed(category, message));
        return new ModelServerException(category, message);
    }

    private static String key(List<String> texts) {
        byte[] bytes = String.join("\u0000", texts).getBytes(StandardCharsets.UTF_8);
        return "embed-" + UUID.nameUUIDFromBytes(bytes);
    }

    private Attempt<List<float[]>> vectors(JsonNode root, int expected) {
        delivery.pool().sawFingerprint(root.path("system_fingerprint").asText(""));
        JsonNode data = root.path("data");
        float[][] vectors = new float[expected][];
        for (JsonNode item : data) {
            int index = item.path("index").asInt(-1);
            if (index < 0 || index >= expected || vectors[index] != null) {
                return malformed("index " + index + " stands in its answer to " + expected + " texts", root);
            }
            vectors[index] = vector(item.path("embedding"));
        }
        if (data.size() != expected) {
            return malformed("it gave " + data.size() + " vectors for " + expected + " texts", root);
        }
        return checked(Arrays.asList(vectors), root);
    }

    private Attempt<List<float[]>> checked(List<float[]> vectors, JsonNode root) {
        int first = dimensions == 0 ? vectors.get(0).length : dimensions;
        for (float[] vector : vectors) {
            if (vector.length != first || !UnitVectors.normalise(vector)) {
                String detail =
                        "a vector has " + vector.length + " numbers and not " + first + ", or is zero or not finite";
                return malformed(detail, root);
            }
        }
        dimensions = first;
        Usage usage = new Usage(root.path("usage").path("prompt_tokens").asInt(0), 0);
        tally.answered(endpoint, STAGE, new Answer.Complete("", usage));
        return Attempt.done(vectors);
    }

    private static Attempt<List<float[]>> malformed(String detail, JsonNode root) {
        return Attempt.failed(Json.malformed(detail, root.toString()));
    }

    /** Base64 of little-endian floats, or a list of numbers from servers that know nothing else. */
    private static float[] vector(JsonNode embedding) {
        if (embedding.isTextual()) {
            return decoded(embedding.asText());
        }
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) embedding.path(i).asDouble(Double.NaN);
        }
        return vector;
    }

    private static float[] decoded(String base64) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
            float[] vector = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(vector);
            return vector;
        } catch (IllegalArgumentException e) {
            return new float[0];
        }
    }
}
