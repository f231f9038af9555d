package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.http.ServerConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerGaugesTests {

    private static final URI FIRST = URI.create("http://localhost:1/v1");
    private static final URI SECOND = URI.create("http://localhost:2/v1");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(Tempo.SYSTEM);
    private final ServerGauges gauges = new ServerGauges(meters, admission, Tempo.SYSTEM);
    private final Replica replica = new Replica(new ServerConnection(FIRST, null, 8), 8);

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void aServerThatIsLeftAloneIsNotUsable() {
        gauges.add(replica, "m");
        assertThat(value("grip.llm.usable")).isEqualTo(1);

        admission.change(replica, one -> one.breaker().open("it is stuck", 0));

        assertThat(value("grip.llm.usable")).isZero();
        assertThat(value("grip.llm.in.flight")).isZero();
        assertThat(value("grip.llm.limit")).isPositive();
    }

    @Test
    void theLinesOfDifferentServersOfOneModelAreToldApart() {
        Endpoint one = Endpoint.of(Role.GENERATOR, FIRST.toString(), "m");
        Endpoint two =
                new Endpoint(Role.EXTRACTOR, "m", List.of(FIRST, SECOND), "m", null, 1, 8, Endpoint.DEFAULT_DEADLINES);
        gauges.add(new ModelPool(one, List.of(replica)));
        gauges.add(new ModelPool(two, List.of(replica)));

        assertThat(meters.get("grip.llm.waiting").gauges())
                .extracting(gauge -> gauge.getId().getTag("url"))
                .containsExactlyInAnyOrder(FIRST.toString(), FIRST + "," + SECOND);
    }

    @Test
    void everyGaugeIsDescribedAndEndsWithTheFleet() {
        gauges.add(replica, "m");
        assertThat(meters.getMeters())
                .hasSize(3)
                .allSatisfy(meter -> assertThat(meter.getId().getDescription()).isNotBlank());

        gauges.close();

        assertThat(meters.getMeters()).isEmpty();
    }

    private double value(String name) {
        Gauge gauge = meters.get(name).gauge();
        return gauge.value();
    }
}
