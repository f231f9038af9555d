package dev.grip.graph;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A Neo4j of its own that has the kprg plugin alone, without APOC and Graph Data Science, with the schema applied. */
public final class KprgAlone implements AutoCloseable {

    private final EmbeddedNeo4j neo4j;
    private final Driver driver;
    private final Graph graph;

    private KprgAlone(EmbeddedNeo4j neo4j) {
        this.neo4j = neo4j;
        this.driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
        this.graph = new Graph(driver, "neo4j");
    }

    public static KprgAlone start(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(
                home.resolve("lib"), Neo4jExtension.home().resolve("lib").toRealPath());
        Files.createDirectories(home.resolve("plugins"));
        Path kprg = Neo4jExtension.home().resolve("plugins/kprg.jar");
        Files.copy(kprg, home.resolve("plugins/kprg.jar"));
        var alone = new KprgAlone(EmbeddedNeo4j.start(Neo4jExtension.quick(
                EmbeddedSettings.in(folder.resolve("data")).withHome(home).withPorts(0, 0))));
        Schema.apply(alone.graph);
        return alone;
    }

    public EmbeddedNeo4j embedded() {
        return neo4j;
    }

    public Driver driver() {
        return driver;
    }

    public Graph graph() {
        return graph;
    }

    @Override
    public void close() {
        graph.close();
        neo4j.close();
    }
}
