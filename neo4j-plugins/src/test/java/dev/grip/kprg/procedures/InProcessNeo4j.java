package dev.grip.kprg.procedures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * One Neo4j for all tests of a run, in this process and reached over Bolt like any other. It finds the procedures as a
 * server does, in a jar in its plugin folder. Every test begins with an empty graph.
 */
public final class InProcessNeo4j implements BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(InProcessNeo4j.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        var kprg = new Kprg(running(context).driver());
        kprg.run("MATCH (n) DETACH DELETE n");
        kprg.run("CREATE CONSTRAINT kprg IF NOT EXISTS FOR (k:Kprg) REQUIRE k.id IS UNIQUE");
        kprg.run("CREATE CONSTRAINT kp IF NOT EXISTS FOR (k:KnowledgePoint) REQUIRE k.id IS UNIQUE");
        kprg.run("CREATE CONSTRAINT seed IF NOT EXISTS FOR (s:Seed) REQUIRE s.id IS UNIQUE");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Kprg.class, GraphDatabaseService.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        return parameter.getParameter().getType().equals(Kprg.class)
                ? new Kprg(running.driver())
                : running.service().database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    private record Running(Path home, DatabaseManagementService service, Driver driver) implements AutoCloseable {

        static Running start() {
            try {
                Path home = Files.createTempDirectory(Path.of("target"), "in-process-neo4j")
                        .toAbsolutePath();
                pack(Path.of("target/classes"), Files.createDirectories(home.resolve("plugins")));
                var service = new DatabaseManagementServiceBuilder(home)
                        .setConfig(GraphDatabaseSettings.auth_enabled, false)
                        .setConfig(GraphDatabaseSettings.pagecache_memory, 32L << 20)
                        .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofMinutes(2))
                        .setConfig(BoltConnector.enabled, true)
                        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                        .build();
                var driver = GraphDatabase.driver("bolt://127.0.0.1:" + boltPort(service), AuthTokens.none());
                return new Running(home, service, driver);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The port that the system gave; one found free before could be somebody else's by the time of the start. */
        private static int boltPort(DatabaseManagementService service) {
            var database = (GraphDatabaseAPI) service.database("neo4j");
            return database.getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT)
                    .getPort();
        }

        private static void pack(Path classes, Path plugins) throws IOException {
            try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("kprg.jar")));
                    var files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    jar.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, jar);
                }
            }
        }

        @Override
        public void close() throws IOException {
            driver.close();
            service.shutdown();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
