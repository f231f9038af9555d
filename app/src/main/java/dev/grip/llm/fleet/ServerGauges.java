package dev.grip.llm.fleet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is out to each server, what may be, and how many calls wait for each model, as gauges that end with the fleet. */
final class ServerGauges implements AutoCloseable {

    private final MeterRegistry registry;
    private final Admission admission;
    private final List<Meter> meters = new ArrayList<>();

    ServerGauges(MeterRegistry registry, Admission admission) {
        this.registry = registry;
        this.admission = admission;
    }

    void add(Replica replica, String model) {
        Tags tags = tags(replica.url(), model);
        add("grip.llm.in.flight", "Sequences that are out", tags, replica, Replica::out);
        add("grip.llm.limit", "Sequences that may be out", tags, replica, one -> one.limit()
                .value());
        add(
                "grip.llm.usable",
                "1 when calls are sent there",
                tags,
                replica,
                one -> one.breaker().closed() ? 1 : 0);
    }

    private void add(String name, String what, Tags tags, Replica replica, ToDoubleFunction<Replica> figure) {
        meters.add(Gauge.builder(name, replica, one -> admission.read(one, figure::applyAsDouble))
                .description(what)
                .tags(tags)
                .register(registry));
    }

    void add(ModelPool pool) {
        meters.add(Gauge.builder("grip.llm.waiting", pool, admission::waiting)
                .description("Calls that wait for room at a server")
                .tags(tags(pool.endpoint().url(), pool.endpoint().model()))
                .register(registry));
    }

    private static Tags tags(URI url, String model) {
        return Tags.of("url", url.toString(), "model", model);
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
