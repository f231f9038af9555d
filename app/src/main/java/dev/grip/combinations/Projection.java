package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;

/**
 * The KPRG in the memory of Graph Data Science while one query runs: knowledge points with their {@code embedding}, edges in both
 * directions with their {@code weight}. A query gets its name as {@code $projection}. Selections may not project by themselves,
 * because what they leave behind would stay until the server ends.
 */
final class Projection implements AutoCloseable {

    static final String PARAMETER = "projection";

    private static final Query MAKE = Query.of("combinations/make-projection");
    private static final Query DROP = Query.of("combinations/drop-projections");
    private static final Pattern COMMENT = Pattern.compile("(?m)//.*$|(?s:/\\*.*?\\*/)");
    private static final Pattern USED = Pattern.compile("\\$(?:projection\\b|`projection`)");

    private final Graph graph;
    private final String name;

    private Projection(Graph graph, String name) {
        this.graph = graph;
        this.name = name;
    }

    /** Whether the query uses the parameter outside comments. */
    static boolean neededBy(String cypher) {
        return USED.matcher(COMMENT.matcher(cypher).replaceAll("")).find();
    }

    /** Throws IllegalArgumentException when there is nothing to project or the server has no Graph Data Science. */
    static Projection make(Graph graph) {
        var projection = new Projection(graph, "grip-" + UUID.randomUUID());
        List<Record> made = graph.read(MAKE, Map.of("name", projection.name));
        if (made.isEmpty() || made.get(0).get("nodes").asLong(0) == 0) {
            throw new IllegalArgumentException(
                    "There is no KPRG yet, so nothing can be selected from it: import seeds, extract their knowledge"
                            + " points and build it first (grip import, grip extract, grip graph build)");
        }
        return projection;
    }

    String name() {
        return name;
    }

    /** Drops it, and what a process that died left behind more than an hour ago. */
    @Override
    public void close() {
        graph.read(DROP, Map.of("name", name));
    }
}
