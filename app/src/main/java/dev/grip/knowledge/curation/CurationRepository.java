package dev.grip.knowledge.curation;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Knowledge points to look up, and what was changed by hand. */
public final class CurationRepository {

    private static final Query FIND = Query.of("knowledge/curation/find");
    private static final Query LIST = Query.of("knowledge/curation/list");
    private static final Query LIST_NAMES = Query.of("knowledge/curation/list-names");
    private static final Query LIST_CURATIONS = Query.of("knowledge/curation/list-curations");
    private static final Query FIND_LAST = Query.of("knowledge/curation/find-last");
    private static final Query LIST_PROBLEMS = Query.of("knowledge/curation/list-problems");

    private final Graph graph;

    public CurationRepository(Graph graph) {
        this.graph = graph;
    }

    /** Runs {@code work} as one transaction. */
    <T> T together(Function<Graph.Together, T> work) {
        return graph.writeTogether(work);
    }

    /** A knowledge point that a text may mean; {@code exact} when its case fits too. */
    record Found(String id, String name, String status, boolean exact) {}

    /** A name or alias of a knowledge point. */
    record Named(String id, String name, String alias) {}

    /** Those with this id or name, the likeliest first. */
    List<Found> find(String text) {
        return graph.read(FIND, Map.of("text", text)).stream()
                .map(row -> new Found(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        row.get("status").asString(),
                        row.get("exact").asBoolean()))
                .toList();
    }

    List<Named> names() {
        return graph.read(LIST_NAMES, Map.of()).stream()
                .map(row -> new Named(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        row.get("alias").asString()))
                .toList();
    }

    List<KnowledgePoint> list(@Nullable String text, @Nullable String status, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("text", text);
        parameters.put("status", status);
        parameters.put("limit", limit);
        return graph.read(LIST, parameters).stream().map(KnowledgePoint::of).toList();
    }

    List<Curation> curations(int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", null);
        parameters.put("limit", limit);
        return graph.read(LIST_CURATIONS, parameters).stream().map(Curation::of).toList();
    }

    /** The id of the last that stands. */
    Optional<String> last() {
        return graph.read(FIND_LAST, Map.of()).stream()
                .map(row -> row.get("id").asString())
                .findFirst();
    }

    /** One that is there. */
    static Curation curation(Graph.Together transaction, String id) {
        return Curation.of(
                transaction.run(LIST_CURATIONS, Map.of("id", id, "limit", 1)).get(0));
    }

    List<ProblemMade> problems(String knowledgePoint) {
        List<Record> rows = graph.read(LIST_PROBLEMS, Map.of("knowledgePoint", knowledgePoint));
        return rows.stream().map(ProblemMade::of).toList();
    }
}
