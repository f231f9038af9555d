package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that was free when it was chosen, and is somebody else's when Neo4j gets there. */
final class PortRaceTests {

    private final Path folder;

    PortRaceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPortLostWhileStartingIsReplacedByAnotherOne() throws IOException {
        try (var thief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int stolen = thief.getLocalPort();
            Ports free = Ports.choose(0, 0);
            Queue<Ports> choices = new ArrayDeque<>(List.of(new Ports(stolen, free.http(), List.of()), free));

            try (var neo4j = new EmbeddedStart(
                            Servers.settings(folder), () -> choices.isEmpty() ? Ports.choose(0, 0) : choices.remove())
                    .run()) {
                assertThat(neo4j.boltPort()).isNotEqualTo(stolen);
                assertThat(Servers.ask(neo4j, "RETURN 1")).isEqualTo(1L);
                assertThat(folder.resolve("conf/neo4j.conf")).content().doesNotContain(":" + stolen);
                assertThat(folder.resolve("logs/neo4j.log.old")).content().contains("already in use");
            }
        }
    }
}
