package dev.grip.bench;

import dev.grip.embedded.BulkImport;
import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.graph.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Neo4j of its own with one synthetic KPRG, loaded offline. {@code kprg.build} then finds every edge right and writes down the
 * epoch: a generator that counts edges differently than the product would be noticed here.
 */
final class BenchServer implements AutoCloseable {

    private static final Query BUILD = Query.of("knowledge/build-kprg");
    private static final long MEGABYTE = 1L << 20;
    private static final int HEAP = 2_048;
    private static final int HEAP_BYTES_OF_AN_EDGE = 700;
    private static final int PAGE_CACHE = 256;
    private static final int STORE_BYTES_OF_AN_EDGE = 120;

    private final Path folder;
    private final EmbeddedNeo4j neo4j;
    private final Graph graph;

    private BenchServer(Path folder, EmbeddedNeo4j neo4j, Graph graph) {
        this.folder = folder;
        this.neo4j = neo4j;
        this.graph = graph;
    }

    /** Loads the graph into a new store in {@code folder} and starts a server on it. */
    static BenchServer load(SyntheticKprg kprg, Path folder, @Nullable Path home) {
        EmbeddedSettings settings = settings(kprg, folder, home);
        bulkImport(kprg, folder, settings);
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(settings);
        try {
            var server = new BenchServer(
                    folder, neo4j, Graph.connect(neo4j.boltUri(), neo4j.username(), neo4j.password(), "neo4j"));
            server.build(kprg);
            return server;
        } catch (RuntimeException e) {
            neo4j.close();
            throw e;
        }
    }

    private static EmbeddedSettings settings(SyntheticKprg kprg, Path folder, @Nullable Path home) {
        long heap = HEAP + (long) kprg.edges() * HEAP_BYTES_OF_AN_EDGE / MEGABYTE;
        long pageCache = PAGE_CACHE + (long) kprg.edges() * STORE_BYTES_OF_AN_EDGE / MEGABYTE;
        var settings = EmbeddedSettings.in(folder)
                .withPorts(0, 0)
                .withMemory(heap + "m", pageCache + "m")
                .withStartTimeout(Duration.ofMinutes(5));
        return home == null ? settings : settings.withHome(home);
    }

    private static void bulkImport(SyntheticKprg kprg, Path folder, EmbeddedSettings settings) {
        Path files = folder.resolve("csv");
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + files + ": " + e.getMessage(), e);
        }
        new KprgFiles(kprg, files).addTo(new BulkImport(settings)).run();
        BenchFolder.delete(files);
    }

    private void build(SyntheticKprg kprg) {
        Schema.apply(graph);
        var built = graph.write(BUILD, Map.of()).get(0);
        long nodes = built.get("nodes").asLong();
        long edges = built.get("edges").asLong();
        if (nodes != kprg.knowledgePoints() || edges != kprg.edges()) {
            throw new BenchException("kprg.build found " + nodes + " knowledge points and " + edges
                    + " edges in a graph that was made with " + kprg.knowledgePoints() + " and " + kprg.edges());
        }
    }

    Graph graph() {
        return graph;
    }

    /** The server's process and how others log in. */
    EmbeddedNeo4j neo4j() {
        return neo4j;
    }

    /** The folder with the database's files. */
    Path store() {
        return folder.resolve("data/databases/neo4j");
    }

    @Override
    public void close() {
        graph.close();
        neo4j.close();
    }
}
