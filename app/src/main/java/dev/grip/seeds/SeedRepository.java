package dev.grip.seeds;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Seeds in the graph. */
public final class SeedRepository {

    private static final Query MERGE = Query.of("seeds/merge-seeds");
    private static final Query LIST = Query.of("seeds/list-seeds");

    private final Graph graph;

    public SeedRepository(Graph graph) {
        this.graph = graph;
    }

    /** What became of one seed: newly created, or there already with the same problem, or with another one and so left alone. */
    record Merged(String id, boolean created, boolean same) {}

    List<Merged> merge(List<Seed> seeds) {
        if (seeds.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> rows =
                seeds.stream().map(SeedRepository::properties).toList();
        return graph.write(MERGE, Map.of("rows", rows)).stream()
                .map(row -> new Merged(
                        row.get("id").asString(),
                        row.get("created").asBoolean(),
                        row.get("same").asBoolean()))
                .toList();
    }

    /** Seeds whose id comes after {@code after}, in id order, at most {@code limit}. */
    public List<Seed> list(String after, int limit) {
        return graph.read(LIST, Map.of("after", after, "limit", limit)).stream()
                .map(SeedRepository::seed)
                .toList();
    }

    private static Map<String, Object> properties(Seed seed) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", seed.id());
        properties.put("problem", seed.problem());
        properties.put("solution", seed.solution());
        properties.put("answer", seed.answer());
        properties.put("subject", seed.subject());
        properties.put("level", seed.level());
        properties.put("source", seed.source());
        properties.put("given", seed.knowledgePoints());
        return properties;
    }

    /** The seed in a row's {@code seed} column. */
    public static Seed seed(Record row) {
        Value seed = row.get("seed");
        return new Seed(
                seed.get("id").asString(),
                seed.get("problem").asString(),
                seed.get("solution").asString(),
                seed.get("answer").asString(null),
                seed.get("subject").asString(null),
                seed.get("level").asString(null),
                seed.get("source").asString(""),
                seed.get("given").asList(Value::asString, List.of()));
    }
}
