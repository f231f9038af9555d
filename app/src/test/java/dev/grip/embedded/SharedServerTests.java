package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen on a server that already runs. */
final class SharedServerTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private final Path folder;

    SharedServerTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSecondStartOnTheSameFolderAttachesAndItsCloseLeavesTheServer() {
        var second = EmbeddedNeo4j.start(NEO4J.settings());
        assertThat(second.attached()).isTrue();
        assertThat(second.boltUri()).isEqualTo(NEO4J.embedded().boltUri());
        assertThat(second.password()).isEqualTo(NEO4J.embedded().password());
        second.close();
        assertThat(Servers.ask(second, "RETURN 1")).isEqualTo(1L);
    }

    @Test
    void aStartThatHangsElsewhereIsReportedInsteadOfWaitedForEver() throws Exception {
        var data = DataFolder.open(folder);
        var held = FileLocks.acquire(data.startLock(), Duration.ZERO, "free");
        assertThatThrownBy(() -> EmbeddedNeo4j.start(Servers.settings(folder).withStartTimeout(Duration.ofMillis(200))))
                .isInstanceOf(EmbeddedNeo4jException.class)
                .hasMessageContaining("Another process has been starting Neo4j in " + data.root());
        FileLocks.release(held);
    }

    @Test
    void aStaleOrBrokenStateFileIsNoServer() throws IOException {
        var data = DataFolder.open(folder);
        assertThat(RunningServer.read(data)).isEmpty();
        Files.writeString(data.state(), "pid=none\n");
        assertThat(RunningServer.read(data)).isEmpty();
        new RunningServer(Long.MAX_VALUE, ProcessHandle.current().pid(), 1, 2).write(data);
        assertThat(RunningServer.read(data))
                .hasValueSatisfying(server -> assertThat(server.hasOwner()).isFalse());
    }

    @Test
    void theBrowserIsServedOnLoopback() throws Exception {
        var page = get(NEO4J.embedded().browserUri());
        assertThat(page).contains("Neo4j Browser");
        assertThat(get(NEO4J.embedded().httpUri()))
                .contains("localhost:" + NEO4J.embedded().boltPort());
    }

    @Test
    void portsThatAreFreeAreTakenAsWished() throws IOException {
        int free = freePort();
        var ports = Ports.choose(free, free);
        // Another program may take a free port just before it is chosen; not time after time.
        for (int again = 0; ports.bolt() != free && again < 20; again++) {
            free = freePort();
            ports = Ports.choose(free, free);
        }
        assertThat(ports.bolt()).isEqualTo(free);
        assertThat(ports.http()).isGreaterThan(free);
        assertThat(ports.notices()).hasSize(1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String get(URI uri) throws Exception {
        var request = HttpRequest.newBuilder(uri).header("Accept", "*/*").build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
