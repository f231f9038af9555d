package dev.grip.graph;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;

/** Tells from a server's refusal to plan a query that a plugin is missing there, and says which and what to do. */
final class MissingPlugin {

    private static final Pattern UNKNOWN =
            Pattern.compile("(?s).*(?:no procedure with the name|Unknown function)\\W+((?:gds|apoc|kprg)\\.[\\w.]+).*");

    private static final Map<String, String> PLUGINS = Map.of(
            "gds", "Graph Data Science 2.13",
            "apoc", "APOC 5.26 (apoc-core)",
            "kprg", "the kprg plugin (neo4j-plugins/target/neo4j/plugins/kprg.jar)");

    private MissingPlugin() {}

    /** A sentence that names the procedure or function and its plugin; empty for any other failure. */
    static Optional<String> explain(Neo4jException failure) {
        var unknown = UNKNOWN.matcher(String.valueOf(failure.getMessage()));
        if (!unknown.matches()) {
            return Optional.empty();
        }
        String name = unknown.group(1);
        String plugin = PLUGINS.get(name.substring(0, name.indexOf('.')));
        return Optional.of("This server has no " + name + ": put " + plugin
                + " into its plugins folder and restart it, or check the spelling.");
    }
}
