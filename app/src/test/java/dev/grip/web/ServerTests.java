package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerTests {

    private static final Site SITE = new Site(false, true, null, Path.of("grip-data"));

    @Test
    void aTakenPortIsReplacedByAFreeOneAndSaid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = Server.start("127.0.0.1", taken.getLocalPort(), SITE)) {
            assertThat(server.uri().getPort()).isNotEqualTo(taken.getLocalPort());
            assertThat(server.notices())
                    .containsExactly("Port " + taken.getLocalPort() + " is taken: the API listens on port "
                            + server.uri().getPort() + " instead");
            assertThat(new Calls(server.uri()).get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClosedServerAnswersNoMore() {
        var server = Server.start("127.0.0.1", 0, SITE);
        var request = HttpRequest.newBuilder(server.uri()).build();
        server.close();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void onlyLoopbackNamesAreTakenForThisMachine() {
        assertThat(Server.loopback("127.0.0.1")).isTrue();
        assertThat(Server.loopback("localhost")).isTrue();
        assertThat(Server.loopback("::1")).isTrue();
        assertThat(Server.loopback("0.0.0.0")).isFalse();
    }
}
