package dev.grip.kprg.server;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void servesProceduresAndBrowserAndStopsWhenItsInputEnds(@TempDir Path home) throws Exception {
        int bolt = freePort();
        int http = freePort();
        Process server = start(home, bolt, http);
        try {
            awaitLine("Started.", server);
            useAsNewUser(bolt);
            var browser = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/browser/".formatted(http)))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(browser, BodyHandlers.ofString())
                            .body())
                    .contains("Neo4j Browser");
            server.getOutputStream().close();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
        } finally {
            server.destroyForcibly();
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
        }
    }

    private static Process start(Path home, int bolt, int http) throws IOException {
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
                """
                        .formatted(bolt, http, FOLDER.resolve("plugins")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
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
    }

    private static void awaitLine(String wanted, Process server) throws Exception {
        var started = CompletableFuture.supplyAsync(
                () -> server.inputReader().lines().anyMatch(line -> line.contains(wanted)));
        assertThat(started.get(120, TimeUnit.SECONDS)).as("a line '%s'", wanted).isTrue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
