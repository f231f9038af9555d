package dev.grip.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A whole run, with all calls and writes: Neo4j, the worker and the simulated models are a process each, on the same machine. The
 * figures are of the last two thirds, when the virtual machines are warm.
 */
final class RunRateBench {

    private static final double TARGET = 300;
    private static final int HEAP = 512;
    private static final int LONG = 200_000;
    private static final double FLAT = 1.2;
    private static final long LOOK_MILLIS = 500;
    private static final double MEBI = 1 << 20;
    private static final double KIBI = 1 << 10;

    private final int combinations;
    private final BenchServer server;
    private final Path folder;
    private final Consumer<Measure> out;

    RunRateBench(int combinations, BenchServer server, Path folder, Consumer<Measure> out) {
        this.combinations = combinations;
        this.server = server;
        this.folder = folder;
        this.out = out;
    }

    void run() {
        double before = store();
        List<RunSample> samples = new ArrayList<>();
        List<Integer> heaps;
        try (RehearsalProcess models = RehearsalProcess.startUsual();
                RunProcess run = RunProcess.start(server, models, folder, combinations, HEAP)) {
            Map<String, Long> parts = new LinkedHashMap<>();
            parts.put("worker", run.pid());
            parts.put("Neo4j", server.neo4j().pid());
            parts.put("simulated models", models.pid());
            while (run.running()) {
                samples.add(RunSample.take(server.graph(), parts));
                Timing.pause(LOOK_MILLIS);
            }
            run.check();
            heaps = run.heaps();
        }
        rate(samples);
        heap(heaps);
        store(before, RunSample.take(server.graph(), Map.of()), resident());
    }

    private void rate(List<RunSample> samples) {
        RunSample from = first(samples, combinations / 3);
        RunSample to = first(samples, combinations * 99L / 100);
        double seconds = to.seconds() - from.seconds();
        long done = to.done() - from.done();
        if (done <= 0) {
            throw new BenchException("The run was over before it could be measured: take more --combinations");
        }
        double all = to.parts().stream()
                .mapToDouble(part -> to.cpu(part) - from.cpu(part))
                .sum();
        out.accept(Measure.of("combinations/s, end to end", done / seconds, "combinations/s")
                .atLeast(TARGET)
                .noting(String.format(
                        Locale.ROOT,
                        "%,d of %,d two-hop pairs, all calls and writes; %.2f of %d cores were used",
                        done,
                        combinations,
                        all / seconds,
                        Runtime.getRuntime().availableProcessors())));
        out.accept(Measure.of("CPU of a combination", all / done * 1e3, "ms")
                .noting("all three processes, however busy the machine was with other things"));
        for (String part : to.parts()) {
            double cpu = to.cpu(part) - from.cpu(part);
            out.accept(Measure.of("  " + part, cpu / done * 1e3, "ms")
                    .noting(String.format(Locale.ROOT, "%.0f %% of the CPU", 100 * cpu / all)));
        }
    }

    private static RunSample first(List<RunSample> samples, long done) {
        return samples.stream()
                .filter(sample -> sample.done() >= done)
                .findFirst()
                .orElse(samples.get(samples.size() - 1));
    }

    /** Of the last fifth of collections beside the second fifth: the first one is of a program that still grows into its work. */
    private void heap(List<Integer> heaps) {
        int fifth = heaps.size() / 5;
        if (fifth < 5) {
            return;
        }
        double early = mean(heaps.subList(fifth, 2 * fifth));
        double late = mean(heaps.subList(heaps.size() - fifth, heaps.size()));
        Measure growth = Measure.cost("heap left after collections", late, "MiB", early)
                .noting(String.format(
                        Locale.ROOT,
                        "means of the last fifth of %,d collections, beside the second fifth; -Xmx%dm",
                        heaps.size(),
                        HEAP));
        out.accept(combinations >= LONG ? growth.atMost(FLAT) : growth);
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    private void store(double before, RunSample end, double resident) {
        out.accept(Measure.count("rows kept", end.accepted(), "rows")
                .noting(String.format(Locale.ROOT, "of %,d combinations", end.done())));
        // Only then everything is in the files.
        server.close();
        if (end.accepted() > 0) {
            out.accept(Measure.of("store of 1,000 kept rows", (store() - before) / MEBI / end.accepted() * 1000, "MiB")
                    .noting("all nodes, rejected ones too, with indexes, without transaction logs; texts are the"
                            + " simulated models'"));
        }
        out.accept(Measure.of("memory of Neo4j", resident, "MiB").noting("resident, all of it, at the end"));
    }

    /** Bytes of the database's files. */
    private double store() {
        try (var files = Files.walk(server.store())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + server.store() + ": " + e.getMessage(), e);
        }
    }

    private double resident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.neo4j().pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(Double.NaN)
                    / KIBI;
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
