package dev.grip.knowledge.naming;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** KPs with their names, and the names that models find. */
public final class NamingRepository {

    private static final Query LIST_NAMES = Query.of("knowledge/list-names");
    private static final Query RECORD_NAMES = Query.of("knowledge/record-names");

    private final Graph graph;

    public NamingRepository(Graph graph) {
        this.graph = graph;
    }

    /** All KPs by id. */
    List<Named> points() {
        return graph.read(LIST_NAMES, Map.of()).stream()
                .map(NamingRepository::named)
                .toList();
    }

    private static Named named(Record row) {
        return new Named(
                row.get("id").asString(),
                row.get("name").asString(),
                row.get("active").asBoolean(),
                row.get("namedBy").asString(null),
                row.get("names").asList(NamingRepository::alias));
    }

    private static Named.Alias alias(Value name) {
        return new Named.Alias(
                name.get("text").asString(),
                name.get("seeds").asLong(),
                name.get("given").asBoolean());
    }

    /** {@code vectors} of the names that are not those the KPs had. */
    void recordNames(List<ClassNaming.Name> names, Map<ClassNaming.Name, float[]> vectors) {
        graph.writeInBatches(
                RECORD_NAMES,
                names.stream()
                        .map(name -> {
                            Map<String, Object> row = new HashMap<>();
                            row.put("id", name.point().id());
                            row.put("name", name.text());
                            row.put("embedding", vectors.get(name));
                            row.put("origin", name.origin());
                            return row;
                        })
                        .toList());
    }
}
