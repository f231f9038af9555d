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
        return report(graph.write(BUILD_KPRG, Map.of()).get(0));
    }

    /** Brings the edges up to date as part of a transaction. */
    public static KprgReport buildKprg(Graph.Together transaction) {
        return report(transaction.run(BUILD_KPRG, Map.of()).get(0));
    }

    private static KprgReport report(Record built) {
        return new KprgReport(
                built.get("nodes").asLong(),
                built.get("edges").asLong(),
                built.get("epoch").asLong(),
                built.get("changed").asBoolean());
    }
}
