package dev.grip.graph;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * One real Neo4j for all test classes of a JVM, with the schema applied:
 * {@code @RegisterExtension static final Neo4jExtension NEO4J = new Neo4jExtension();}. Started by the first class that
 * registers it; each test that writes begins with {@link #wipe()}. {@code -Dgrip.test.neo4j.home} names another server folder.
 */
public final class Neo4jExtension implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(Neo4jExtension.class);

    private @Nullable Shared shared;

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }

    /** The server folder that tests run. */
    public static Path home() {
        return Path.of(System.getProperty("grip.test.neo4j.home", "../neo4j-plugins/target/neo4j"));
    }

    /**
     * A server that lives for seconds starts in two thirds of the time when its code is compiled only lightly. A busy machine may take
     * longer than people would wait.
     */
    public static EmbeddedSettings quick(EmbeddedSettings settings) {
        return settings.withJvmOptions("-XX:TieredStopAtLevel=1").withStartTimeout(Duration.ofMinutes(10));
    }

    public Graph graph() {
        return shared().graph;
    }

    public Driver driver() {
        return shared().driver;
    }

    public EmbeddedNeo4j embedded() {
        return shared().neo4j;
    }

    /** Settings that attach to the shared server. */
    public EmbeddedSettings settings() {
        return Shared.settings(shared().folder);
    }

    /** Deletes all nodes and relationships; constraints and indexes stay. */
    public void wipe() {
        try (var session = shared().driver.session()) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS")
                    .consume();
        }
    }

    private Shared shared() {
        return Objects.requireNonNull(shared, "register the extension as a static field of the test class");
    }

    private record Shared(Path folder, EmbeddedNeo4j neo4j, Driver driver, Graph graph) implements AutoCloseable {

        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("grip-neo4j");
                var neo4j = EmbeddedNeo4j.start(settings(folder));
                var driver =
                        GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
                var graph = new Graph(driver, "neo4j");
                Schema.apply(graph);
                return new Shared(folder, neo4j, driver, graph);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static EmbeddedSettings settings(Path folder) {
            return quick(EmbeddedSettings.in(folder).withHome(home()).withPorts(0, 0));
        }

        @Override
        public void close() throws IOException {
            graph.close();
            neo4j.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
