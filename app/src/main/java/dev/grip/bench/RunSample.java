package dev.grip.bench;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A run at one moment.
 *
 * @param seconds since some moment
 * @param done combinations that are through, {@code accepted} of them with an accepted solution
 * @param cpu seconds of CPU that each part has used, by its name
 */
record RunSample(double seconds, long done, long accepted, Map<String, Double> cpu) {

    private static final Query COUNTS = Query.of("bench/count-done");
    private static final double NANOS = 1e9;

    /** {@code parts} are processes by name. */
    static RunSample take(Graph graph, Map<String, Long> parts) {
        var counts = graph.read(COUNTS, Map.of()).get(0);
        Map<String, Double> cpu = new LinkedHashMap<>();
        parts.forEach((name, pid) -> cpu.put(
                name,
                ProcessHandle.of(pid)
                                .flatMap(process -> process.info().totalCpuDuration())
                                .orElse(Duration.ZERO)
                                .toNanos()
                        / NANOS));
        return new RunSample(
                System.nanoTime() / NANOS,
                counts.get("done").asLong(),
                counts.get("accepted").asLong(),
                cpu);
    }

    double cpu(String part) {
        return cpu.getOrDefault(part, 0.0);
    }

    Set<String> parts() {
        return cpu.keySet();
    }
}
