package dev.grip.kprg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;

/** Starts the assembled folder as its users do: a child process with authentication, stopped by closing its input. */
class AssembledNeo4jIT {

    private static final Path FOLDER = Path.of("target/neo4j").toAbsolutePath();
    private static final String STARTED = " Started.";

    @Test
    void servesProceduresAndBrowserAndStopsWhenItsInputEnds(@TempDir Path home) throws Exception {
        Server server = started(home);
        try {
            useAsNewUser(server.bolt());
            var browser = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/browser/".formatted(server.http())))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(browser, BodyHandlers.ofString())
                            .body())
                    .contains("Neo4j Browser");
            server.process().getOutputStream().close();
            assertThat(server.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(server.process().exitValue()).isZero();
        } finally {
            server.process().destroyForcibly().waitFor();
        }
    }

    private static void useAsNewUser(int bolt) {
        String uri = "bolt://127.0.0.1:" + bolt;
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "neo4j"));
                var session = driver.session(SessionConfig.forDatabase("system"))) {
            session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'assembled-1'")
                    .consume();
        }
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "assembled-1"));
                var session = driver.session()) {
            assertThat(session.run("RETURN gds.version(), apoc.version()")
                            .single()
                            .values()
                            .toString())
                    .isEqualTo("[\"2.13.9\", \"5.26.19\"]");
            session.run("UNWIND ['a', 'b', 'c'] AS id CREATE (:KnowledgePoint {id: id})")
                    .consume();
            session.run("MATCH (a {id: 'a'}), (b {id: 'b'}), (c {id: 'c'}) CREATE (:Seed {id: 's'})-[:REQUIRES]->(a),"
                            + " (:Seed {id: 't'})-[:REQUIRES]->(c)")
                    .consume();
            session.run("MATCH (b {id: 'b'}), (s:Seed) CREATE (s)-[:REQUIRES]->(b)")
                    .consume();
            assertThat(session.run("CALL kprg.build() YIELD edges")
                            .single()
                            .get(0)
                            .asLong())
                    .isEqualTo(2);
            assertThat(session.run("CALL kprg.twoHop() YIELD kind").list()).hasSize(1);
            assertThat(session.run("CALL kprg.info() YIELD projectionLimitBytes")
                            .single()
                            .get(0)
                            .asLong())
                    .isEqualTo(48L << 20);
        }
    }

    private record Server(Process process, int bolt, int http) {}

    /** Starts once more when somebody else was faster at a port that had been free. */
    private static Server started(Path home) throws Exception {
        for (int attempt = 1; ; attempt++) {
            var server = launch(home, freePort(), freePort());
            List<String> said = untilStarted(server.process());
            if (said.get(said.size() - 1).endsWith(STARTED)) {
                return server;
            }
            server.process().destroyForcibly().waitFor();
            assertThat(said).anyMatch(line -> line.contains("already in use"));
            assertThat(attempt).as("attempts").isLessThan(5);
        }
    }

    private static Server launch(Path home, int bolt, int http) throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                conf.resolve("neo4j.conf"),
                """
                server.bolt.listen_address=127.0.0.1:%d
                server.http.listen_address=127.0.0.1:%d
                server.directories.plugins=%s
                server.memory.pagecache.size=32m
                dbms.security.procedures.unrestricted=apoc.*,gds.*
                dbms.usage_report.enabled=false
                server.config.strict_validation.enabled=true
                server.kprg.projection.memory_limit=48m
                """
                        .formatted(bolt, http, FOLDER.resolve("plugins")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-cp",
                        "lib/*" + File.pathSeparator + "plugins/*",
                        "dev.grip.kprg.server.ServerMain",
                        "--home-dir=" + home,
                        "--config-dir=" + conf,
                        "--console-mode"))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        return new Server(process, bolt, http);
    }

    /** What the server says until it serves, or all of it when it never does; the end of its patience is its own end. */
    private static List<String> untilStarted(Process server) throws IOException {
        CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES).execute(server::destroyForcibly);
        var said = new ArrayList<>(List.of("(nothing)"));
        BufferedReader lines = server.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.endsWith(STARTED)) {
                break;
            }
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
