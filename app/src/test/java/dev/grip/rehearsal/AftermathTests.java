package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.rehearsal.config.FaultJson;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.EngineState;
import dev.grip.rehearsal.engine.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After any trouble nothing is left behind: no slot, no block, no open request. */
@Timeout(120)
class AftermathTests {

    private static final List<String> OF_THE_SERVER = List.of("crash", "refuse", "engine-dead", "engine-hang");
    private static final int ROUNDS = 10;

    @Test
    void clientsThatMeetFaultsOrGoAwayLeaveNothingBehind() {
        RehearsalConfig config = Echo.config()
                .withMaxModelLength(1000)
                .withEngine(EngineConfig.slots(16).withKvBlocks(100))
                .withLatency(
                        Latency.INSTANT.withInterToken(Duration.ofMillis(2)).withJitter(0.3));
        List<RawConnection> connections = new ArrayList<>();
        try (RehearsalServer server = RehearsalServer.start(config)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String kind : FaultJson.allKinds()) {
                    if (!OF_THE_SERVER.contains(kind)) {
                        connections.add(call(server, kind, Echo.call("some words ".repeat(20), ",\"n\":2")));
                        connections.add(call(server, kind, Echo.stream("some words ".repeat(20))));
                    }
                }
            }
            Until.holds("all calls are there", () -> server.journal().count() == connections.size());

            connections.forEach(RawConnection::close);

            Until.holds("no request is open", () -> server.journal().requests().stream()
                    .noneMatch(request -> request.end() == Journal.End.OPEN));
            EngineState state = server.engine().state();
            assertThat(state.load()).isEqualTo(new EngineState.Load(0, 0));
            assertThat(state.kvUsage()).isZero();
            server.journal().clear();
            assertThat(server.journal().mostAtOnce()).isZero();
            assertThat(Client.json(new Client(server.url()).get("/load"))
                            .path("server_load")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static RawConnection call(RehearsalServer server, String kind, String body) {
        return new RawConnection(server.url()).post(Echo.CHAT, kind, body, "X-Rehearsal-Fault: " + kind + "\r\n");
    }

    @Test
    void aServerMayBeChangedAndKilledFromManySidesAtOnce() {
        try (RehearsalServer server = RehearsalServer.start(Echo.config())) {
            List<Thread> sides = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread side = new Thread(i % 2 == 0 ? () -> restarts(server) : () -> changes(server), "side-" + i);
                side.start();
                sides.add(side);
            }
            sides.forEach(AftermathTests::join);

            server.restart(config -> config.withLatency(Latency.INSTANT));
            assertThat(new Client(server.url())
                            .post(Echo.CHAT, Echo.call("hello"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void restarts(RehearsalServer server) {
        for (int i = 0; i < 20; i++) {
            server.restart(config -> config);
        }
    }

    /** Through the admin endpoint, whose connection may be reset at any time. */
    private static void changes(RehearsalServer server) {
        String body = "{\"latency\": {\"inter-token\": \"1ms\"}}";
        for (int i = 0; i < 20; i++) {
            try (RawConnection connection = new RawConnection(server.url())) {
                connection
                        .post("/admin/config", "x", body, "Connection: close\r\n")
                        .readToEnd();
            } catch (AssertionError refusedOrReset) {
                assertThat(refusedOrReset).hasCauseInstanceOf(java.io.IOException.class);
            }
        }
    }

    private static void join(Thread side) {
        try {
            side.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
