package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of calls open at one time, each on a connection of its own, on a few threads. */
@Timeout(120)
class ManyConnectionsTests {

    private static final int CALLS = 4000;

    @Test
    void fourThousandCallsAreOpenAtOnceAndAllAreAnswered() {
        RehearsalConfig config =
                Echo.config().withEngine(EngineConfig.slots(256)).withLatency(Latency.fixed(Duration.ofHours(1)));
        List<RawConnection> connections = new ArrayList<>();
        try (RehearsalServer server = RehearsalServer.start(config)) {
            for (int i = 0; i < CALLS; i++) {
                RawConnection connection = new RawConnection(server.url());
                connections.add(connection);
                connection.post(
                        Echo.CHAT, "call-" + i, i % 2 == 0 ? Echo.call("number " + i) : Echo.stream("number " + i));
            }
            Until.holds("all calls are there", () -> server.journal().mostAtOnce() == CALLS);

            assertThat(server.journal().mostConnections()).isEqualTo(CALLS);
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("rehearsal")))
                    .hasSizeLessThan(20);
            server.change(it -> it.withLatency(Latency.INSTANT));

            for (int i = 0; i < CALLS; i++) {
                connections.get(i).readUntil(i % 2 == 0 ? "\"metrics\":null}" : "[DONE]");
            }
            assertThat(server.journal().requests()).hasSize(CALLS).allSatisfy(request -> assertThat(request.end())
                    .isEqualTo(Journal.End.ANSWERED));
            assertThat(server.journal().cancelled()).isZero();
        } finally {
            connections.forEach(RawConnection::close);
        }
    }
}
