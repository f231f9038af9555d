package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    void thatOthersMayUseItWithoutATokenIsSaid() {
        try (var server = Server.start("0.0.0.0", 0, SITE)) {
            assertThat(server.notices())
                    .singleElement()
                    .asString()
                    .contains("port " + server.uri().getPort(), "0.0.0.0", "api.token", "GRIP_API_TOKEN")
                    .doesNotContain("\n");
        }
    }

    @Test
    void nothingIsSaidOfATokenThatIsSetOrOfThisMachineAlone() {
        var access = new Access("correct-horse-battery", List.of(), 1);
        var guarded = new Site(false, false, null, Path.of("grip-data"), access);
        try (var server = Server.start("0.0.0.0", 0, guarded)) {
            assertThat(server.notices()).isEmpty();
        }
        for (String host : List.of("127.0.0.1", "localhost", "127.0.0.2")) {
            try (var server = Server.start(host, 0, SITE)) {
                assertThat(server.notices()).as(host).isEmpty();
            }
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
    void serversOfOneProcessCountEveryCallOnceAndDoNotDisturbEachOther() {
        var sent = Metrics.counter("grip.llm.test.servers", "model", "one");
        var before = Set.copyOf(Metrics.globalRegistry.getRegistries());
        try (var first = Server.start("127.0.0.1", 0, SITE)) {
            sent.increment();
            try (var second = Server.start("127.0.0.1", 0, SITE)) {
                sent.increment();
                assertThat(counted(first)).isEqualTo("2.0");
                assertThat(counted(second)).isEqualTo("1.0");
            }
            sent.increment();
            assertThat(counted(first)).isEqualTo("3.0");
        }
        assertThat(Metrics.globalRegistry.getRegistries()).isEqualTo(before);
    }

    @Test
    void aGaugeThatEndsIsShownNoMore() {
        var gauge = Gauge.builder("grip.llm.test.gauge", () -> 7).register(Metrics.globalRegistry);
        try (var server = Server.start("127.0.0.1", 0, SITE)) {
            assertThat(new Calls(server.uri()).get("/prometheus").body()).contains("grip_llm_test_gauge 7.0");
            Metrics.globalRegistry.remove(gauge);
            assertThat(new Calls(server.uri()).get("/prometheus").body()).doesNotContain("grip_llm_test_gauge");
        }
    }

    private static String counted(Server server) {
        return new Calls(server.uri())
                .get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("grip_llm_test_servers_total{model=\"one\"}"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.joining(" and "));
    }

    @Test
    void onlyLoopbackNamesAreTakenForThisMachine() {
        assertThat(Server.loopback("127.0.0.1")).isTrue();
        assertThat(Server.loopback("localhost")).isTrue();
        assertThat(Server.loopback("::1")).isTrue();
        assertThat(Server.loopback("0.0.0.0")).isFalse();
    }
}
