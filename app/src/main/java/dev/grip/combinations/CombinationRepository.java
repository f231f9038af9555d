package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Combinations that were chosen, as nodes. */
public final class CombinationRepository {

    private static final Query MERGE = Query.of("combinations/merge-combinations");
    private static final Query FIND = Query.of("combinations/find-combinations");
    private static final Query COUNT_MADE = Query.of("combinations/count-made");

    private final Graph graph;

    public CombinationRepository(Graph graph) {
        this.graph = graph;
    }

    /** Keeps these combinations with their COMBINES relationships. */
    public void merge(List<Combination> combinations) {
        List<Map<String, Object>> rows = combinations.stream()
                .sorted(java.util.Comparator.comparing(Combination::key))
                .map(combination -> Map.<String, Object>of(
                        "key", combination.key(),
                        "kind", combination.kind(),
                        "distance", combination.distance(),
                        "weight", combination.weight(),
                        "ids", combination.ids()))
                .toList();
        graph.write(MERGE, Map.of("rows", rows));
    }

    /** The combinations with these keys, in any order; {@code sample} is 0. */
    public List<Combination> find(List<String> keys) {
        return graph.read(FIND, Map.of("keys", keys)).stream()
                .map(row -> new Combination(
                        row.get("key").asString(),
                        row.get("kind").asString(),
                        row.get("distance").asInt(),
                        row.get("weight").asDouble(),
                        row.get("ids").asList(Value::asString),
                        row.get("names").asList(Value::asString),
                        0))
                .toList();
    }

    /** How many of these combinations already have a problem. */
    public long countMade(List<Combination> combinations) {
        List<String> keys = combinations.stream().map(Combination::key).toList();
        return graph.read(COUNT_MADE, Map.of("keys", keys)).get(0).get("made").asLong();
    }
}
