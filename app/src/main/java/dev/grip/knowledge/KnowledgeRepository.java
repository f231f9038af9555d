package dev.grip.knowledge;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.seeds.Seed;
import dev.grip.seeds.SeedRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Mentions, their verdicts, their similarities and the KPs they name. */
public final class KnowledgeRepository {

    private static final Query COUNT_UNEXTRACTED = Query.of("knowledge/count-unextracted");
    private static final Query LIST_UNEXTRACTED = Query.of("knowledge/list-unextracted");
    private static final Query RECORD_EXTRACTION = Query.of("knowledge/record-extraction");
    private static final Query LIST_UNJUDGED = Query.of("knowledge/list-unjudged");
    private static final Query RECORD_QUALITY = Query.of("knowledge/record-quality");
    private static final Query RETRY_EXTRACTION = Query.of("knowledge/retry-extraction");
    private static final Query RETRY_QUALITY = Query.of("knowledge/retry-quality");
    private static final Query LIST_KEPT = Query.of("knowledge/list-kept");
    private static final Query RECORD_SIMILAR = Query.of("knowledge/record-similar");
    private static final Query RECORD_CLASSES = Query.of("knowledge/record-classes");
    private static final Query LINK_SEEDS = Query.of("knowledge/link-seeds");
    private static final Query BUILD_KPRG = Query.of("knowledge/build-kprg");

    private static final int BATCH = 1000;

    private final Graph graph;

    public KnowledgeRepository(Graph graph) {
        this.graph = graph;
    }

    /** Makes failed extractions and undecided mentions wait again. */
    void retryFailures() {
        graph.write(RETRY_EXTRACTION, Map.of());
        graph.write(RETRY_QUALITY, Map.of());
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
                mentions.add(Map.of("key", Extraction.mentionKey(name), "text", name, "position", mentions.size() + 1));
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

    List<Mention> unjudged() {
        return graph.read(LIST_UNJUDGED, Map.of()).stream()
                .map(KnowledgeRepository::mention)
                .toList();
    }

    void recordQuality(List<QualityFilter.Verdict> verdicts) {
        writeInBatches(
                RECORD_QUALITY,
                verdicts.stream()
                        .map(verdict -> Map.<String, Object>of(
                                "key", verdict.key(),
                                "verdict", verdict.verdict(),
                                "reason", verdict.reason(),
                                "origin", verdict.origin()))
                        .toList());
    }

    /** Kept mentions by key. */
    List<Mention> kept() {
        return graph.read(LIST_KEPT, Map.of()).stream()
                .map(KnowledgeRepository::mention)
                .toList();
    }

    void recordSimilar(List<Mention> mentions, Collection<SameMeaning.Evidence> evidence) {
        writeInBatches(
                RECORD_SIMILAR,
                evidence.stream()
                        .sorted(java.util.Comparator.comparing(SameMeaning.Evidence::pair, NearPairs.NEAREST_FIRST))
                        .map(found -> Map.<String, Object>of(
                                "first", mentions.get(found.pair().first()).key(),
                                "second", mentions.get(found.pair().second()).key(),
                                "score", found.pair().score(),
                                "verdict", found.verdict(),
                                "decidedBy", found.decidedBy(),
                                "origin", found.origin()))
                        .toList());
    }

    void recordClasses(List<Merging.Named> classes) {
        writeInBatches(
                RECORD_CLASSES, classes.stream().map(KnowledgeRepository::row).toList());
    }

    void linkSeeds() {
        graph.write(LINK_SEEDS, Map.of());
    }

    KprgReport buildKprg() {
        Record built = graph.write(BUILD_KPRG, Map.of()).get(0);
        return new KprgReport(
                built.get("nodes").asLong(),
                built.get("edges").asLong(),
                built.get("epoch").asLong(),
                built.get("changed").asBoolean());
    }

    private static Map<String, Object> row(Merging.Named named) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", named.id());
        row.put("name", named.name());
        row.put("mentions", named.mentions());
        row.put("embedding", named.embedding());
        return row;
    }

    private static Mention mention(Record row) {
        return new Mention(
                row.get("key").asString(),
                row.get("text").asString(),
                row.get("seeds").asLong(),
                row.get("given").asBoolean(),
                row.get("knowledgePoint").asString(null));
    }

    private void writeInBatches(Query query, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            graph.write(query, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
    }
}
