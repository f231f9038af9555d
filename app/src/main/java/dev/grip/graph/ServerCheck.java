package dev.grip.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;

/**
 * What a server is and has. {@code missing} holds a sentence with what to do for each thing that GRIP needs and does not
 * find; {@code advice} for each thing that works otherwise.
 */
public record ServerCheck(
        String version,
        String edition,
        Optional<String> apocVersion,
        Optional<String> gdsVersion,
        Set<String> procedures,
        List<String> missing,
        List<String> advice) {

    private static final String TESTED_LINE = "5.26.";
    private static final List<String> NEEDED =
            List.of("build", "info", "census", "oneHop", "twoHop", "threeHop", "community");
    private static final String PLUGINS = "the server's plugins folder and restart it";

    public ServerCheck {
        procedures = Set.copyOf(procedures);
        missing = List.copyOf(missing);
        advice = List.copyOf(advice);
    }

    /** Asks the server. */
    public static ServerCheck of(Graph graph) {
        Record kernel = graph.read(Query.of("server/read-version"), Map.of()).get(0);
        Set<String> functions = names(graph, "server/list-version-functions");
        return judge(
                kernel.get("version").asString(),
                kernel.get("edition").asString(),
                version(graph, functions, "apoc"),
                version(graph, functions, "gds"),
                names(graph, "server/list-kprg-procedures"));
    }

    /** Whether everything is there that a run needs. */
    public boolean ready() {
        return missing.isEmpty();
    }

    static ServerCheck judge(
            String version, String edition, Optional<String> apoc, Optional<String> gds, Set<String> procedures) {
        var missing = new ArrayList<String>();
        var advice = new ArrayList<String>();
        if (!version.startsWith("5.")) {
            missing.add("Neo4j " + version + " is not supported: use Neo4j 5.26.");
        } else if (!version.startsWith(TESTED_LINE)) {
            advice.add("Neo4j " + version + " is not the tested one: prefer Neo4j 5.26.");
        }
        List<String> lacking = NEEDED.stream()
                .map(name -> "kprg." + name)
                .filter(name -> !procedures.contains(name))
                .toList();
        if (!lacking.isEmpty()) {
            missing.add("The kprg plugin is missing or old (no " + String.join(", ", lacking)
                    + "): put neo4j-plugins/target/neo4j/plugins/kprg.jar into " + PLUGINS + ".");
        }
        if (apoc.isEmpty()) {
            missing.add("APOC is missing: put apoc-core 5.26 into " + PLUGINS + ".");
        }
        if (gds.isEmpty()) {
            missing.add("Graph Data Science is missing: put GDS 2.13 into " + PLUGINS + ".");
        }
        return new ServerCheck(version, edition, apoc, gds, procedures, missing, advice);
    }

    private static Set<String> names(Graph graph, String query) {
        return graph.read(Query.of(query), Map.of()).stream()
                .map(row -> row.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Only asked when the function exists: a server without it refuses to plan the statement. */
    private static Optional<String> version(Graph graph, Set<String> functions, String library) {
        if (!functions.contains(library + ".version")) {
            return Optional.empty();
        }
        Query query = Query.of("server/read-" + library + "-version");
        return Optional.of(graph.read(query, Map.of()).get(0).get("version").asString());
    }
}
