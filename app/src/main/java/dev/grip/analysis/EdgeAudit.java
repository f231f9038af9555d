package dev.grip.analysis;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Recomputes the KPRG's edges from the seeds and finds those that differ. */
public final class EdgeAudit {

    private static final Query AUDIT = Query.of("knowledge/audit-edges");
    private static final Query COUNT = Query.of("knowledge/count-edges");
    private static final Query SEEDS = Query.of("knowledge/list-edge-seeds");

    private final Graph graph;

    public EdgeAudit(Graph graph) {
        this.graph = graph;
    }

    /**
     * An edge that is not what the seeds say: {@code trouble} is missing, superfluous, weight or repeated, {@code seeds} how many seeds
     * require both, {@code weight} the stored one.
     */
    public record Difference(
            String first,
            String firstName,
            String second,
            String secondName,
            long seeds,
            @Nullable Long weight,
            String trouble) {}

    /** How many edges are stored and which differ. */
    public record Report(long edges, List<Difference> differences) {

        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    /** A seed behind an edge, with the names under which it mentions the two ends, if it does. */
    public record SeedBehind(String id, String problem, @Nullable String first, @Nullable String second) {}

    /** One edge with the seeds that require both ends, and how it differs from them, if it does. */
    public record Edge(String first, String second, List<SeedBehind> seeds, List<Difference> differences) {}

    /** All edges. */
    public Report all() {
        return new Report(graph.read(COUNT, Map.of()).get(0).get("edges").asLong(), differences(null, null));
    }

    /** The edge between two knowledge points, given by id. */
    public Edge one(String first, String second) {
        List<SeedBehind> seeds = graph.read(SEEDS, Map.of("first", first, "second", second)).stream()
                .map(row -> new SeedBehind(
                        row.get("id").asString(),
                        row.get("problem").asString(""),
                        row.get("first").asString(null),
                        row.get("second").asString(null)))
                .toList();
        return new Edge(first, second, seeds, differences(first, second));
    }

    private List<Difference> differences(@Nullable String first, @Nullable String second) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("first", first);
        parameters.put("second", second);
        return graph.read(AUDIT, parameters).stream().map(EdgeAudit::difference).toList();
    }

    private static Difference difference(Record row) {
        return new Difference(
                row.get("first").asString(),
                row.get("firstName").asString(""),
                row.get("second").asString(),
                row.get("secondName").asString(""),
                row.get("seeds").asLong(),
                row.get("weight").isNull() ? null : row.get("weight").asLong(),
                row.get("trouble").asString());
    }
}
