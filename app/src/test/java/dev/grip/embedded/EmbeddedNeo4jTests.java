package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

/** One server from its first start through being killed to its clean stop. */
final class EmbeddedNeo4jTests {

    private final Path folder;
    private final Running running = new Running();

    EmbeddedNeo4jTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void survivesBeingKilledAndTakenPorts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var first = running.add(EmbeddedNeo4j.start(Servers.settings(folder).withPorts(taken.getLocalPort(), 0)));
            assertThat(first.boltPort()).isNotEqualTo(taken.getLocalPort());
            assertThat(first.notices())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " is taken", "port " + first.boltPort());
            assertOnlyThePasswordOpens(first);
            assertKeepsItsSecrets(first);
            assertIgnoresInterrupts(first);

            Servers.ask(first, "UNWIND range(1, 1000) AS i CREATE (n:Kept {i: i}) RETURN count(n)");
            assertIsStartedAgainWhereItWas(first);
            first.close();
            assertRecovers(first);
        }
    }

    private static void assertOnlyThePasswordOpens(EmbeddedNeo4j neo4j) {
        assertThat(Servers.ask(neo4j, "RETURN 1")).isEqualTo(1L);
        for (String wrong : new String[] {"neo4j", ""}) {
            try (var driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic("neo4j", wrong))) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(driver::verifyConnectivity))
                        .isInstanceOf(AuthenticationException.class);
            }
        }
    }

    private void assertKeepsItsSecrets(EmbeddedNeo4j neo4j) throws Exception {
        assertThat(neo4j.password()).hasSize(24);
        assertThat(Files.readString(neo4j.passwordFile()).strip()).isEqualTo(neo4j.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(neo4j.passwordFile())))
                .isEqualTo("rw-------");
        assertThat(ProcessHandle.of(neo4j.pid())
                        .orElseThrow()
                        .info()
                        .commandLine()
                        .orElse(""))
                .doesNotContain(neo4j.password());
        assertThat(neo4j.logFile()).exists().hasParent(folder.toRealPath().resolve("logs"));
    }

    private static void assertIgnoresInterrupts(EmbeddedNeo4j neo4j) throws Exception {
        Servers.signal("INT", neo4j.pid());
        assertThat(Servers.ask(neo4j, "RETURN 2")).isEqualTo(2L);
    }

    private static void assertIsStartedAgainWhereItWas(EmbeddedNeo4j neo4j) throws Exception {
        long killed = neo4j.pid();
        Servers.signal("KILL", killed);
        Servers.awaitEnd(killed);
        try (var driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic("neo4j", neo4j.password()))) {
            Running.until(() -> neo4j.pid() != killed);
            driver.verifyConnectivity();
        }
        assertThat(Servers.ask(neo4j, "MATCH (n:Kept) RETURN count(n)")).isEqualTo(1000L);
    }

    private void assertRecovers(EmbeddedNeo4j killed) throws Exception {
        var second = running.add(EmbeddedNeo4j.start(Servers.settings(folder)));
        assertThat(second.attached()).isFalse();
        assertThat(second.notices()).isEmpty();
        assertThat(second.password()).isEqualTo(killed.password());
        assertThat(Servers.ask(second, "MATCH (n:Kept) RETURN count(n)")).isEqualTo(1000L);
        second.close();
        assertThat(ProcessHandle.of(second.pid())).isEmpty();
        assertThat(folder.resolve("state.properties")).doesNotExist();
        assertThat(second.logFile()).content().contains("Stopped.");
    }
}
