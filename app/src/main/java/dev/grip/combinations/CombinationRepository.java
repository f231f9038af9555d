package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Graph.Statement;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;

/** Combinations that were chosen, as nodes. */
public final class CombinationRepository {

    private static final Query MERGE = Query.of("combinations/merge-combinations");
    private static final Query COUNT_MADE = Query.of("combinations/count-made");

    private final Graph graph;

    public CombinationRepository(Graph graph) {
        this.graph = graph;
    }

    /** Keeps these combinations with their COMBINES relationships; to be written with what refers to them. */
    public static Statement keeping(List<Combination> combinations) {
        List<Map<String, Object>> rows = combinations.stream()
                .sorted(java.util.Comparator.comparing(Combination::key))
                .map(combination -> Map.<String, Object>of(
                        "key", combination.key(),
                        "kind", combination.kind(),
                        "distance", combination.distance(),
                        "weight", combination.weight(),
                        "ids", combination.ids()))
                .toList();
        return new Statement(MERGE, Map.of("rows", rows));
    }

    /** How many of these combinations already have a problem. */
    public long countMade(List<Combination> combinations) {
        List<String> keys = combinations.stream().map(Combination::key).toList();
        return graph.read(COUNT_MADE, Map.of("keys", keys)).get(0).get("made").asLong();
    }
}
