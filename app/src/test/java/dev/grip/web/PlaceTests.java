package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The port that an embedded Neo4j is told of before the server starts. */
class PlaceTests {

    private static final Site SITE = new Site(false, true, null, Path.of("grip-data"));

    @Test
    void noOtherProgramGetsThePortWhileTheDatabaseStarts() {
        try (var place = Place.choose("127.0.0.1", 0)) {
            assertThatThrownBy(() -> listen(place.port()).close()).isInstanceOf(BindException.class);
            try (var server = Server.start(place, SITE)) {
                assertThat(server.uri().getPort()).isEqualTo(place.port());
                assertThat(server.notices()).isEmpty();
                assertThat(place.guide()).isEqualTo(URI.create("http://localhost:" + place.port() + "/guide"));
                assertThat(new Calls(server.uri()).get("/").statusCode()).isEqualTo(200);
            }
        }
    }

    /** Such as a check of health, or a page that is still open. */
    @Test
    void whoKnocksTooEarlyDoesNotCostThePort() throws IOException {
        try (var place = Place.choose("127.0.0.1", 0);
                var early = new Socket(InetAddress.getLoopbackAddress(), place.port());
                var server = Server.start(place, SITE)) {
            assertThat(early.isConnected()).isTrue();
            assertThat(server.uri().getPort()).isEqualTo(place.port());
        }
    }

    @Test
    void aTakenPortIsReplacedBeforeNeo4jIsToldOfIt() throws IOException {
        try (var taken = listen(0);
                var place = Place.choose("127.0.0.1", taken.getLocalPort());
                var server = Server.start(place, SITE)) {
            assertThat(server.uri().getPort()).isEqualTo(place.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(server.notices())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " is taken", "port " + place.port());
        }
    }

    /** Between letting go of the port and taking it lies a moment after all. */
    @Test
    void whoIsFasterInTheLastMomentMakesItSayWhereTheGuideIs() throws IOException {
        var place = Place.choose("127.0.0.1", 0);
        place.leave();
        try (var faster = listen(place.port());
                var server = Server.start(place, SITE)) {
            assertThat(server.uri().getPort()).isNotEqualTo(faster.getLocalPort());
            assertThat(server.notices())
                    .anySatisfy(notice -> assertThat(notice).endsWith(":guide " + server.uri() + "/guide/start"))
                    .anySatisfy(notice -> assertThat(notice).contains("Port " + place.port() + " is taken"));
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
