package dev.grip.analysis;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.curation.CurationException;
import dev.grip.knowledge.curation.KnowledgePoints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;

/** Tells where something comes from and what became of it. */
public final class Traces {

    private static final Query FIND = Query.of("analysis/find-node");
    private static final Query KNOWLEDGE_POINT = Query.of("analysis/trace-knowledge-point");
    private static final Query PROBLEM = Query.of("analysis/trace-problem");
    private static final Map<String, Query> QUERIES = Map.of(
            "seed",
            Query.of("analysis/trace-seed"),
            "combination",
            Query.of("analysis/trace-combination"),
            "problem",
            PROBLEM,
            "solution",
            PROBLEM);

    private static final String KINDS = "knowledge point, problem, solution, combination or seed";

    private final Graph graph;
    private final AskedPrompts asked;
    private final KnowledgePoints knowledgePoints;

    public Traces(Graph graph, KnowledgePoints knowledgePoints) {
        this.graph = graph;
        this.asked = new AskedPrompts(graph);
        this.knowledgePoints = knowledgePoints;
    }

    /**
     * The story of what has this id or key, or of the knowledge point of this name; of what comes in great numbers the first
     * {@code limit}. Throws CurationException when there is nothing, or when several could be meant.
     */
    public Trace of(String text, int limit) {
        String wanted = text.strip();
        List<Record> found = graph.read(FIND, Map.of("text", wanted));
        if (found.isEmpty()) {
            return story(knowledgePoints.require(KINDS, wanted), limit);
        }
        String kind = found.get(0).get("kind").asString();
        Query query = Objects.requireNonNull(QUERIES.get(kind));
        String key = found.get(0).get("key").asString();
        return new Trace(kind, wanted, story(query, key, limit), query.equals(PROBLEM) ? asked.of(key) : List.of());
    }

    /** The story of the knowledge point of this id or name. */
    public Trace ofKnowledgePoint(String text, int limit) {
        return story(knowledgePoints.require(text), limit);
    }

    private Trace story(String knowledgePoint, int limit) {
        return new Trace("knowledge point", knowledgePoint, story(KNOWLEDGE_POINT, knowledgePoint, limit), List.of());
    }

    private Map<String, Object> story(Query query, String key, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        List<Record> rows = graph.read(query, Map.of("key", key, "limit", limit));
        if (rows.isEmpty()) {
            throw new CurationException(CurationException.Kind.UNKNOWN, "'" + key + "' has gone from the graph");
        }
        return rows.get(0).get("story").asMap();
    }
}
