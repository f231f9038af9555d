package dev.grip.knowledge;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.Map;
import org.neo4j.driver.Record;

/** The KPRG's edges. */
public final class KnowledgeRepository {

    private static final Query BUILD_KPRG = Query.of("knowledge/build-kprg");

    private final Graph graph;

    public KnowledgeRepository(Graph graph) {
        this.graph = graph;
    }

    KprgReport buildKprg() {
        Record built = graph.write(BUILD_KPRG, Map.of()).get(0);
        return new KprgReport(
                built.get("nodes").asLong(),
                built.get("edges").asLong(),
                built.get("epoch").asLong(),
                built.get("changed").asBoolean());
    }
}
