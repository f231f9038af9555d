package dev.grip.knowledge.calibration;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** What the two filters did in one graph: how mentions and pairs were decided, by whom, and how many names its KPs have. */
public record GraphFigures(List<Decided> mentions, List<Decided> pairs, List<Size> knowledgePoints, boolean rehearsal) {

    private static final Query MENTIONS = Query.of("knowledge/report-mentions");
    private static final Query PAIRS = Query.of("knowledge/report-pairs");
    private static final Query KNOWLEDGE_POINTS = Query.of("knowledge/report-knowledge-points");

    /** How many have one verdict by one decider, and about how many of them a model was asked. */
    public record Decided(String verdict, String decidedBy, long count, long asked) {}

    /** How many KPs have so many mentions. */
    public record Size(long mentions, long knowledgePoints) {}

    /** Reads the figures of a graph; an empty graph has none. */
    public static GraphFigures of(Graph graph) {
        List<Record> mentions = graph.read(MENTIONS, Map.of());
        return new GraphFigures(
                mentions.stream().map(row -> decided(row, "mentions")).toList(),
                graph.read(PAIRS, Map.of()).stream()
                        .map(row -> decided(row, "pairs"))
                        .toList(),
                graph.read(KNOWLEDGE_POINTS, Map.of()).stream()
                        .map(row -> new Size(
                                row.get("mentions").asLong(),
                                row.get("knowledgePoints").asLong()))
                        .toList(),
                mentions.stream().anyMatch(row -> row.get("rehearsal").asBoolean()));
    }

    private static Decided decided(Record row, String count) {
        return new Decided(
                row.get("verdict").asString(),
                row.get("decidedBy").asString(),
                row.get(count).asLong(),
                row.get("asked").asLong());
    }
}
