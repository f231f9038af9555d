package dev.grip.knowledge.merging;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kept mentions, their similarities and the KPs they name. */
public final class MergingRepository {

    private static final Query LIST_KEPT = Query.of("knowledge/list-kept");
    private static final Query RECORD_SIMILAR = Query.of("knowledge/record-similar");
    private static final Query RECORD_CLASSES = Query.of("knowledge/record-classes");
    private static final Query LINK_SEEDS = Query.of("knowledge/link-seeds");

    private final Graph graph;

    public MergingRepository(Graph graph) {
        this.graph = graph;
    }

    /** Kept mentions by key. */
    List<Mention> kept() {
        return graph.read(LIST_KEPT, Map.of()).stream().map(Mention::of).toList();
    }

    void recordSimilar(List<Mention> mentions, Collection<SameMeaning.Evidence> evidence) {
        graph.writeInBatches(
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
        graph.writeInBatches(
                RECORD_CLASSES, classes.stream().map(MergingRepository::row).toList());
    }

    void linkSeeds() {
        graph.write(LINK_SEEDS, Map.of());
    }

    private static Map<String, Object> row(Merging.Named named) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", named.id());
        row.put("name", named.name());
        row.put("mentions", named.mentions());
        row.put("embedding", named.embedding());
        return row;
    }
}
