package dev.grip.bench;

import dev.grip.llm.CallThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** How much heap 4,096 calls in flight hold. */
final class MemoryBench {

    private static final int IN_FLIGHT = 4096;
    private static final double MEBI = 1 << 20;

    private final Consumer<Measure> out;

    MemoryBench(Consumer<Measure> out) {
        this.out = out;
    }

    void run() {
        String yaml = "servers: [{model: " + BenchFleet.MODEL + ", latency: {prefill-overhead: 5s}}]";
        double before = heap();
        try (RehearsalProcess server = RehearsalProcess.start(yaml);
                BenchFleet fleet = new BenchFleet(List.of(server.url()), IN_FLIGHT);
                ModelLoad load = new ModelLoad(
                        IN_FLIGHT, number -> BenchFleet.ask(fleet.judge(), "call-" + number, Questions.LONG))) {
            fleet.awaitOut(IN_FLIGHT, load);
            out.accept(Measure.of("heap, 4,096 calls in flight", heap(), "MiB")
                    .atMost(512)
                    .noting(String.format(
                            java.util.Locale.ROOT,
                            "%.0f MiB without them; on %s threads, Java %d",
                            before,
                            CallThreads.virtual() ? "virtual" : "platform",
                            Runtime.version().feature())));
            load.go(Duration.ofSeconds(1));
        }
    }

    private static double heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEBI;
    }
}
