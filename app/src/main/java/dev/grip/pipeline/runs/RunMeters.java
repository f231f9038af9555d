package dev.grip.pipeline.runs;

import dev.grip.pipeline.runs.Pace.Look;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.spending.Used;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The meters of a run while this process carries it out; its counts are those that are stored, so they never go back. */
final class RunMeters {

    private static final double MICROS = 1e6;

    private final MeterRegistry registry;
    private final String run;
    private final List<Meter> meters = new ArrayList<>();

    RunMeters(MeterRegistry registry, String run, Pace pace, Ledger ledger) {
        this.registry = registry;
        this.run = run;
        gauge("grip.run.combinations", "Combinations of the run, as far as that is known", pace, Look::all);
        gauge("grip.run.done", "Combinations that are through", pace, Look::done);
        gauge("grip.run.accepted", "Combinations with an accepted solution", pace, Look::accepted);
        seconds("server", ledger, Used::micros);
        seconds("room", ledger, Used::roomMicros);
        seconds("pause", ledger, Used::pauseMicros);
        seconds("store", ledger, Used::storeMicros);
    }

    private void gauge(String name, String what, Pace pace, ToLongFunction<Look> count) {
        meters.add(Gauge.builder(name, () -> {
                    Look last = pace.last();
                    return last == null ? 0 : count.applyAsLong(last);
                })
                .description(what)
                .tag("run", run)
                .register(registry));
    }

    private void seconds(String reason, Ledger ledger, ToLongFunction<Used> micros) {
        meters.add(FunctionCounter.builder(
                        "grip.run.call.seconds",
                        ledger,
                        all -> all.used().values().stream().mapToLong(micros).sum() / MICROS)
                .description("Where the time of calls went: at servers, waiting for room, before repeats, being stored")
                .tags("run", run, "reason", reason)
                .register(registry));
    }

    void remove() {
        meters.forEach(registry::remove);
    }
}
