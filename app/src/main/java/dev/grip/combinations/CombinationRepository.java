package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Graph.Statement;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Combinations that were chosen, as nodes. */
public final class CombinationRepository {

    private static final Query MERGE = Query.of("combinations/merge-combinations");
    private static final Query LIST_MADE = Query.of("combinations/list-made");

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

    /** The keys of those of these combinations that already have a problem. */
    public Set<String> made(List<Combination> combinations) {
        List<String> keys = combinations.stream().map(Combination::key).toList();
        return graph.read(LIST_MADE, Map.of("keys", keys)).stream()
                .map(row -> row.get("key").asString())
                .collect(Collectors.toSet());
    }
}
