package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that was free when it was chosen, and is somebody else's when Neo4j gets there. */
final class PortRaceTests {

    private final Path folder;

    PortRaceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPortLostWhileStartingIsReplacedByAnotherOne() {
        var thief = CompletableFuture.supplyAsync(this::steal);
        try (var neo4j = EmbeddedNeo4j.start(Servers.settings(folder));
                var stolen = thief.join()) {
            assertThat(neo4j.boltPort()).isNotEqualTo(stolen.getLocalPort());
            assertThat(Servers.ask(neo4j, "RETURN 1")).isEqualTo(1L);
            assertThat(folder.resolve("logs/neo4j.log.old")).content().contains("already in use");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes the Bolt port as soon as it is written down; Neo4j needs seconds to get there. */
    private ServerSocket steal() {
        Path configuration = folder.resolve("conf/neo4j.conf");
        while (!Files.exists(configuration)) {
            Thread.onSpinWait();
        }
        try {
            var values = new Properties();
            values.load(new StringReader(Files.readString(configuration)));
            String address = values.getProperty("server.bolt.listen_address");
            var socket = new ServerSocket();
            socket.bind(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.indexOf(':') + 1))));
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
