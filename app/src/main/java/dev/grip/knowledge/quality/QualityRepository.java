package dev.grip.knowledge.quality;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import java.util.List;
import java.util.Map;

/** Mentions that wait for a verdict, and the verdicts. */
public final class QualityRepository {

    private static final Query LIST_UNJUDGED = Query.of("knowledge/list-unjudged");
    private static final Query RECORD_QUALITY = Query.of("knowledge/record-quality");
    private static final Query RETRY_QUALITY = Query.of("knowledge/retry-quality");

    private final Graph graph;

    public QualityRepository(Graph graph) {
        this.graph = graph;
    }

    void retryFailures() {
        graph.write(RETRY_QUALITY, Map.of());
    }

    List<Mention> unjudged() {
        return graph.read(LIST_UNJUDGED, Map.of()).stream().map(Mention::of).toList();
    }

    void recordQuality(List<QualityFilter.Verdict> verdicts) {
        graph.writeInBatches(
                RECORD_QUALITY,
                verdicts.stream()
                        .map(verdict -> Map.<String, Object>of(
                                "key", verdict.key(),
                                "verdict", verdict.verdict(),
                                "reason", verdict.reason(),
                                "origin", verdict.origin()))
                        .toList());
    }
}
