package dev.grip.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How near the client comes to what a server that takes two seconds a call can do with 2,048 calls in flight. */
final class SaturationBench {

    private static final int IN_FLIGHT = 2048;
    /** More callers than calls in flight, so that somebody always waits for a place. */
    private static final int CALLERS = IN_FLIGHT + 512;

    private static final double SECONDS = 2;
    private static final Duration SETTLING = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Consumer<Measure> out;

    SaturationBench(Consumer<Measure> out) {
        this.out = out;
    }

    void run() {
        String yaml = "servers: [{model: " + BenchFleet.MODEL + ", latency: {prefill-overhead: 2s}}]";
        try (RehearsalProcess server = RehearsalProcess.start(yaml);
                BenchFleet fleet = new BenchFleet(List.of(server.url()), IN_FLIGHT);
                ModelLoad load = new ModelLoad(
                        CALLERS, number -> BenchFleet.ask(fleet.judge(), "call-" + number, Questions.LONG))) {
            fleet.awaitLimit(IN_FLIGHT, load);
            load.go(SETTLING);
            var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = machine.getProcessCpuTime();
            double rate = load.rate(MEASURED);
            double cores = (double) (machine.getProcessCpuTime() - cpu) / MEASURED.toNanos();
            out.accept(Measure.share("calls/s, 2,048 in flight, 2 s", rate, "calls/s", IN_FLIGHT / SECONDS)
                    .atLeast(0.98)
                    .noting(String.format(
                            Locale.ROOT,
                            "beside the ideal, 2,048 calls every 2 s; the client found the limit itself and used %.2f cores, the"
                                    + " server ran on the same machine",
                            cores)));
        }
    }
}
