package dev.grip.knowledge.merging;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Kept mentions with their vectors, what was found about pairs of them, and the KPs they name. */
public final class MergingRepository {

    private static final Query LIST_KEPT = Query.of("knowledge/list-kept");
    private static final Query LIST_SIMILAR = Query.of("knowledge/list-similar");
    private static final Query LIST_POINTS = Query.of("knowledge/list-knowledge-points");
    private static final Query RECORD_EMBEDDINGS = Query.of("knowledge/record-embeddings");
    private static final Query RECORD_SIMILAR = Query.of("knowledge/record-similar");
    private static final Query RECORD_CLASSES = Query.of("knowledge/record-classes");
    private static final Query LINK_SEEDS = Query.of("knowledge/link-seeds");

    private final Graph graph;

    public MergingRepository(Graph graph) {
        this.graph = graph;
    }

    /** Kept mentions by key, with the vectors that this model gave them. */
    Kept kept(String embeddingModel) {
        return graph.stream(LIST_KEPT, Map.of("embeddedBy", embeddingModel), rows -> {
            List<Mention> mentions = new ArrayList<>();
            Map<String, float[]> vectors = new HashMap<>();
            Set<String> stale = new HashSet<>();
            rows.forEach(row -> {
                Mention mention = Mention.of(row);
                mentions.add(mention);
                if (!row.get("embedding").isNull()) {
                    vectors.put(mention.key(), floats(row.get("embedding")));
                }
                if (row.get("stale").asBoolean()) {
                    stale.add(mention.key());
                }
            });
            return new Kept(mentions, vectors, stale);
        });
    }

    private static float[] floats(Value list) {
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) list.get(i).asDouble();
        }
        return floats;
    }

    /** What persons and models found, and what was left open. */
    Findings findings() {
        return new Findings(graph.read(LIST_SIMILAR, Map.of()).stream()
                .map(MergingRepository::finding)
                .toList());
    }

    private static Finding finding(Record row) {
        return new Finding(
                row.get("first").asString(),
                row.get("second").asString(),
                row.get("score").asDouble(),
                row.get("verdict").asString(),
                row.get("decidedBy").asString(),
                row.get("budget").asInt(),
                Map.of());
    }

    List<KnownPoint> points() {
        return graph.read(LIST_POINTS, Map.of()).stream()
                .map(row -> new KnownPoint(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        row.get("status").asString()))
                .toList();
    }

    void recordEmbeddings(String embeddingModel, Map<String, float[]> vectors) {
        graph.writeInBatches(
                RECORD_EMBEDDINGS,
                vectors.entrySet().stream()
                        .map(one -> Map.<String, Object>of(
                                "key", one.getKey(), "embedding", one.getValue(), "embeddedBy", embeddingModel))
                        .toList());
    }

    void recordSimilar(Collection<Finding> findings) {
        graph.writeInBatches(
                RECORD_SIMILAR,
                findings.stream()
                        .map(found -> Map.<String, Object>of(
                                "first", found.first(),
                                "second", found.second(),
                                "score", found.score(),
                                "verdict", found.verdict(),
                                "decidedBy", found.decidedBy(),
                                "budget", found.budget(),
                                "origin", found.origin()))
                        .toList());
    }

    /** {@code vectors} by key of the mention that stands for a spelling. */
    void recordClasses(List<ClassRecord> classes, Map<String, float[]> vectors) {
        graph.writeInBatches(
                RECORD_CLASSES, classes.stream().map(one -> row(one, vectors)).toList());
    }

    void linkSeeds() {
        graph.write(LINK_SEEDS, Map.of());
    }

    private static Map<String, Object> row(ClassRecord one, Map<String, float[]> vectors) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", one.id());
        row.put("name", one.naming().name());
        row.put("embedding", vectors.get(one.naming().embeddedAs()));
        row.put("namedBy", one.naming().namedBy());
        row.put("mentions", one.mentions());
        row.put("takesIn", one.takesIn());
        return row;
    }
}
