package dev.grip.graph;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.exceptions.Neo4jException;

/** The constraints and indexes of the graph, one file each in {@code cypher/schema}. */
public final class Schema {

    /** Constraints come first, so that an index never stands in the way of one. */
    static final List<String> STATEMENTS = List.of(
            "unique-seed-id",
            "unique-mention-key",
            "unique-knowledge-point-id",
            "unique-kprg-id",
            "unique-curation-id",
            "unique-run-id",
            "unique-slice-id",
            "unique-combination-key",
            "unique-problem-key",
            "unique-solution-key",
            "unique-judgement-key",
            "unique-rating-key",
            "unique-spend-key",
            "unique-prompt-key",
            "unique-model-key",
            "index-mention-text",
            "index-knowledge-point-name",
            "index-knowledge-point-status",
            "index-run-state",
            "index-slice-run",
            "index-slice-run-state",
            "index-spend-run",
            "index-combination-kind",
            "index-problem-run",
            "index-problem-verdict",
            "index-problem-made-at",
            "index-solution-run",
            "index-judgement-run");

    private Schema() {}

    /** Creates what is missing and waits until every index can be used; a second call changes nothing. */
    public static void apply(Graph graph) {
        for (String statement : STATEMENTS) {
            apply(graph, Query.of("schema/" + statement));
        }
        graph.read(Query.of("server/await-indexes"), Map.of());
    }

    private static void apply(Graph graph, Query statement) {
        try {
            graph.write(statement, Map.of());
        } catch (Neo4jException e) {
            throw new GraphException(
                    "Cannot apply " + statement.name() + " to the graph: " + e.getMessage()
                            + " Remove what stands in its way, then start again.",
                    e);
        }
    }
}
