package dev.grip.pipeline.runs;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.pipeline.storage.Patience;
import java.util.Map;

/**
 * How often in a row a run was taken over from a process that died without a combination finished in between. It is kept on the run,
 * because whoever counts may die of it; a run that only waits for its turn is not counted.
 */
final class Adoptions {

    static final int MOST = 3;

    private static final Query COUNT = Query.of("pipeline/count-adoption");
    private static final Query READ = Query.of("pipeline/read-adoptions");
    private static final Query FORGET = Query.of("pipeline/forget-adoptions");

    private final Graph graph;
    private final Patience patience = new Patience("That a run was taken over is");

    Adoptions(Graph graph) {
        this.graph = graph;
    }

    /** This process begins to work on a run that it took over. Waits while the database is away. */
    void count(RunLease lease) {
        patience.keep(() -> graph.write(COUNT, Map.of("id", lease.run(), "term", lease.term())));
    }

    /** A person began the run, or had it go on. */
    void forget(String run) {
        graph.write(FORGET, Map.of("id", run));
    }

    /** Whether taking the run over once more would most likely only end one more process. */
    boolean inVain(String run) {
        return graph.read(READ, Map.of("id", run)).stream()
                .anyMatch(row -> row.get("adoptions").asLong() >= MOST);
    }

    static String words(String run) {
        return "It was taken over " + MOST
                + " times in a row from a process that had died, and each time the next one died as well"
                + " before it had finished another combination, so this one left it alone. Find out why in the log of those"
                + " processes (out of memory? more -Xmx or fewer pipeline.calls), then 'grip run --resume " + run
                + "' goes on with it; what is stored is kept";
    }
}
