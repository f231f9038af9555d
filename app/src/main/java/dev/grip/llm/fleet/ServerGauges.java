package dev.grip.llm.fleet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is out to each server, what may be, and how many calls wait for each model, as gauges that end with the fleet. */
final class ServerGauges implements AutoCloseable {

    private record Figure(String name, String what, ToDoubleFunction<ServerStatus> value) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("grip.llm.in.flight", "Sequences that are out to the server", ServerStatus::out),
            new Figure("grip.llm.limit", "Sequences that may be out to the server at once", ServerStatus::limit),
            new Figure(
                    "grip.llm.usable",
                    "1 while calls are sent to the server, 0 while it is left alone after failures",
                    status -> status.usable() ? 1 : 0));

    private final MeterRegistry registry;
    private final Admission admission;
    private final Tempo tempo;
    private final List<Meter> meters = new ArrayList<>();

    ServerGauges(MeterRegistry registry, Admission admission, Tempo tempo) {
        this.registry = registry;
        this.admission = admission;
        this.tempo = tempo;
    }

    void add(Replica replica, String model) {
        FIGURES.forEach(figure -> meters.add(
                Gauge.builder(figure.name(), replica, one -> figure.value().applyAsDouble(status(one, model)))
                        .description(figure.what())
                        .tags(tags(replica.url().toString(), model))
                        .register(registry)));
    }

    private ServerStatus status(Replica replica, String model) {
        return admission.read(replica, one -> one.status(model, tempo.nanoTime()));
    }

    void add(ModelPool pool) {
        String urls = pool.endpoint().urls().stream().map(URI::toString).collect(Collectors.joining(","));
        meters.add(Gauge.builder("grip.llm.waiting", pool, admission::waiting)
                .description("Calls that wait for room at a server of the model")
                .tags(tags(urls, pool.endpoint().model()))
                .register(registry));
    }

    private static Tags tags(String url, String model) {
        return Tags.of("url", url, "model", model);
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
