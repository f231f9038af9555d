package dev.grip.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the store of an embedded Neo4j that has never run, with Neo4j's offline import: millions of relationships in seconds. The
 * files are CSV with a header in the importer's own notation; nodes are told apart by whole numbers.
 */
public final class BulkImport {

    private static final Duration LIMIT = Duration.ofHours(1);

    private final EmbeddedSettings settings;
    private final List<String> sources = new ArrayList<>();

    public BulkImport(EmbeddedSettings settings) {
        this.settings = settings;
    }

    public BulkImport nodes(String label, Path file) {
        sources.add("--nodes=" + label + "=" + file.toAbsolutePath());
        return this;
    }

    public BulkImport relationships(String type, Path file) {
        sources.add("--relationships=" + type + "=" + file.toAbsolutePath());
        return this;
    }

    /**
     * Imports; the next start over the same data folder serves what came in.
     *
     * @throws EmbeddedNeo4jException when there is a store already, or with what the importer said
     */
    public void run() {
        var home = Neo4jHome.find(settings.home());
        var data = DataFolder.open(settings.dataDirectory());
        if (data.hasStore() || Files.exists(data.database())) {
            throw new EmbeddedNeo4jException(
                    "There is a store in " + data.root() + " already: import into a folder of its own.");
        }
        var anyPorts = new Ports(settings.boltPort(), settings.httpPort(), List.of());
        data.writePrivately(
                data.configuration().resolve("neo4j.conf"),
                ServerConfiguration.of(settings, home, data, anyPorts).text());
        var arguments = new ArrayList<>(List.of("database", "import", "full"));
        arguments.addAll(sources);
        arguments.addAll(
                List.of("--id-type=integer", "--report-file=" + data.logs().resolve("import.report"), "neo4j"));
        new AdminCommand(home, data, "import.log", LIMIT, List.of("-Xmx" + settings.heap()))
                .run("Neo4j's import failed.", arguments);
    }
}
