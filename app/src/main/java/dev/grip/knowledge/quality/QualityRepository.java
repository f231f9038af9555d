package dev.grip.knowledge.quality;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Mentions that wait for a verdict, and the verdicts. */
public final class QualityRepository {

    private static final Query COUNT_UNJUDGED = Query.of("knowledge/count-unjudged");
    private static final Query COUNT_UNDECIDED = Query.of("knowledge/count-undecided");
    private static final Query LIST_JUDGED = Query.of("knowledge/list-judged");
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

    long countUnjudged() {
        return graph.read(COUNT_UNJUDGED, Map.of()).get(0).get("mentions").asLong();
    }

    long countUndecided() {
        return graph.read(COUNT_UNDECIDED, Map.of()).get(0).get("mentions").asLong();
    }

    List<Mention> unjudged() {
        return graph.read(LIST_UNJUDGED, Map.of()).stream().map(Mention::of).toList();
    }

    /** Hands on every name that has a verdict, by key, with that verdict. */
    void eachJudged(BiConsumer<String, QualityFilter.Verdict> judged) {
        graph.stream(LIST_JUDGED, Map.of(), rows -> {
            rows.forEach(row -> judged.accept(
                    row.get("text").asString(),
                    new QualityFilter.Verdict(
                            List.of(),
                            row.get("verdict").asString(),
                            row.get("reason").asString(""),
                            row.get("origin").asMap())));
            return 0;
        });
    }

    void recordQuality(List<QualityFilter.Verdict> verdicts) {
        graph.writeInBatches(
                RECORD_QUALITY,
                verdicts.stream()
                        .map(verdict -> Map.<String, Object>of(
                                "keys", verdict.keys(),
                                "verdict", verdict.verdict(),
                                "reason", verdict.reason(),
                                "origin", verdict.origin()))
                        .toList());
    }
}
