package dev.grip.knowledge.extraction;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import dev.grip.seeds.Seed;
import dev.grip.seeds.SeedRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Seeds that wait for extraction, and the mentions found in them. */
public final class ExtractionRepository {

    private static final Query COUNT_UNEXTRACTED = Query.of("knowledge/count-unextracted");
    private static final Query LIST_UNEXTRACTED = Query.of("knowledge/list-unextracted");
    private static final Query RECORD_EXTRACTION = Query.of("knowledge/record-extraction");
    private static final Query RETRY_EXTRACTION = Query.of("knowledge/retry-extraction");

    private final Graph graph;

    public ExtractionRepository(Graph graph) {
        this.graph = graph;
    }

    void retryFailures() {
        graph.write(RETRY_EXTRACTION, Map.of());
    }

    long countUnextracted() {
        return graph.read(COUNT_UNEXTRACTED, Map.of()).get(0).get("seeds").asLong();
    }

    List<Seed> unextracted(int limit) {
        return graph.read(LIST_UNEXTRACTED, Map.of("limit", limit)).stream()
                .map(SeedRepository::seed)
                .toList();
    }

    void recordExtraction(List<Extraction.Outcome> outcomes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Extraction.Outcome outcome : outcomes) {
            List<Map<String, Object>> mentions = new ArrayList<>();
            for (String name : outcome.names()) {
                mentions.add(Map.of("key", Mention.key(name), "text", name, "position", mentions.size() + 1));
            }
            rows.add(Map.of(
                    "seed", outcome.seed().id(),
                    "state", outcome.state(),
                    "given", outcome.state().equals("given"),
                    "mentions", mentions,
                    "origin", outcome.origin()));
        }
        graph.write(RECORD_EXTRACTION, Map.of("rows", rows));
    }
}
