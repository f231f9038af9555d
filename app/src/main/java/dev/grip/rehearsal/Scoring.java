package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.HashedEmbedding;
import dev.grip.rehearsal.engine.Prompt;
import dev.grip.rehearsal.engine.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** {@code /score} and {@code /rerank}: how alike two texts are, 0 to 1, by the cosine of their hashed vectors. */
final class Scoring {

    private final RehearsalConfig config;

    Scoring(RehearsalConfig config) {
        this.config = config;
    }

    Reply score(String requestId, ObjectNode body) {
        List<String> first = texts(body, body.has("queries") ? "queries" : "text_1");
        List<String> second = texts(body, body.has("documents") ? "documents" : "text_2");
        if (first.size() != 1 && first.size() != second.size()) {
            throw WireException.badRequest(
                    "Input lengths must be either 1:1, 1:N or N:N, got " + first.size() + ":" + second.size(), null);
        }
        List<Pair> pairs = IntStream.range(0, second.size())
                .mapToObj(i -> new Pair(i, first.get(first.size() == 1 ? 0 : i), second.get(i)))
                .toList();
        return reply(pairs, () -> scores("score-" + requestId, pairs));
    }

    Reply rerank(String requestId, ObjectNode body) {
        String query = texts(body, "query").get(0);
        List<String> documents = texts(body, "documents");
        Integer top = WireJson.integer(body, "top_n");
        int most = top == null || top < 1 ? documents.size() : top;
        List<Pair> pairs = IntStream.range(0, documents.size())
                .mapToObj(i -> new Pair(i, query, documents.get(i)))
                .toList();
        return reply(pairs, () -> ranks("rerank-" + requestId, pairs, most));
    }

    /** Two texts to compare, and their place in the answer. */
    private record Pair(int index, String first, String second) {

        double score() {
            float[] one = HashedEmbedding.of(first);
            float[] other = HashedEmbedding.of(second);
            double cosine = 0;
            for (int i = 0; i < one.length; i++) {
                cosine += (double) one[i] * other[i];
            }
            return Math.max(0, Math.min(1, cosine));
        }

        int tokens() {
            return TokenCount.of(first) + TokenCount.of(second);
        }
    }

    private Reply reply(List<Pair> pairs, java.util.function.Supplier<ObjectNode> answer) {
        List<Sequence.Plan> plans = new ArrayList<>();
        for (Pair pair : pairs) {
            Prompt prompt = PromptTokens.of(pair.first() + pair.second());
            if (prompt.tokens() > config.maxModelLength()) {
                throw new Errors(config.wire()).tooLong(config.maxModelLength(), prompt.tokens(), 0);
            }
            plans.add(new Sequence.Plan(prompt, 0, 0, pair.index(), "stop"));
        }
        return new Reply.Generated(new Work(plans, new Prefilled(answer, new Errors(config.wire()))));
    }

    private ObjectNode scores(String id, List<Pair> pairs) {
        ObjectNode body = WireJson.object()
                .put("id", id)
                .put("object", "list")
                .put("created", Instant.now().getEpochSecond())
                .put("model", config.model());
        ArrayNode data = body.putArray("data");
        pairs.forEach(pair -> data.addObject()
                .put("index", pair.index())
                .put("object", "score")
                .put("score", pair.score()));
        body.set("usage", usage(pairs).put("completion_tokens", 0).putNull("prompt_tokens_details"));
        return body;
    }

    private ObjectNode ranks(String id, List<Pair> pairs, int most) {
        ObjectNode body = WireJson.object().put("id", id).put("model", config.model());
        body.set("usage", usage(pairs));
        ArrayNode results = body.putArray("results");
        pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .limit(most)
                .forEach(pair -> {
                    ObjectNode one = results.addObject().put("index", pair.index());
                    one.putObject("document").put("text", pair.second());
                    one.put("relevance_score", pair.score());
                });
        return body;
    }

    private static ObjectNode usage(List<Pair> pairs) {
        int tokens = pairs.stream().mapToInt(Pair::tokens).sum();
        return WireJson.object().put("prompt_tokens", tokens).put("total_tokens", tokens);
    }

    private static List<String> texts(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(one -> texts.add(one.path("text").asText(one.asText(""))));
        if (texts.isEmpty()) {
            throw WireException.badRequest("Field required: " + field + " must be a text or a list of texts", field);
        }
        return texts;
    }
}
