package dev.grip.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code grip run} in a process of its own with little memory, at a server and at rehearsals that run already. */
final class RunProcess implements AutoCloseable {

    private static final Pattern COLLECTED = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    private final Process process;
    private final Path errors;
    private final Path garbage;

    private RunProcess(Process process, Path errors, Path garbage) {
        this.process = process;
        this.errors = errors;
        this.garbage = garbage;
    }

    /** Starts the run of the first {@code combinations} two-hop pairs, {@code heap} in MiB. */
    static RunProcess start(BenchServer server, RehearsalProcess models, Path folder, int combinations, int heap) {
        Path errors = folder.resolve("run.log");
        Path garbage = folder.resolve("gc.log");
        try {
            Path config = configure(server, models, folder);
            Process process = new ProcessBuilder(GripProcess.command(
                            List.of("-Xmx" + heap + "m", "-Xlog:gc:file=" + garbage),
                            List.of(
                                    "run",
                                    "--kinds",
                                    "TWO_HOP",
                                    "--limit",
                                    Integer.toString(combinations),
                                    "--json",
                                    "--quiet",
                                    "--config",
                                    config.toString(),
                                    "--data",
                                    folder.resolve("data").toString())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start();
            return new RunProcess(process, errors, garbage);
        } catch (IOException e) {
            throw new BenchException("Cannot start grip run: " + e.getMessage(), e);
        }
    }

    /** Writes the settings of a run here into the folder and says where. */
    static Path configure(BenchServer server, RehearsalProcess models, Path folder) {
        Path config = folder.resolve("grip.yml");
        try {
            return Files.writeString(config, new ObjectMapper().writeValueAsString(config(server, models)));
        } catch (IOException e) {
            throw new BenchException("Cannot write " + config + ": " + e.getMessage(), e);
        }
    }

    /** All models of the published method, each at its rehearsal. */
    private static Map<String, Object> config(BenchServer server, RehearsalProcess models) {
        Map<String, Object> large = model(models, "Qwen2.5-32B-Instruct");
        Map<String, Object> solver = model(models, "Qwen2.5-Math-7B-Instruct");
        return Map.of(
                "neo4j",
                Map.of(
                        "uri", server.neo4j().boltUri().toString(),
                        "username", server.neo4j().username(),
                        "password", server.neo4j().password()),
                "models",
                Map.of(
                        "extractor",
                        large,
                        "generator",
                        large,
                        "rater",
                        model(models, "Qwen2.5-7B-Instruct"),
                        "solver-small",
                        solver,
                        "solver-large",
                        model(models, "Qwen2.5-Math-72B-Instruct"),
                        "judges",
                        List.of(
                                model(models, "DeepSeek-R1-Distill-Qwen-7B"),
                                solver,
                                model(models, "deepseek-math-7b-rl"))));
    }

    private static Map<String, Object> model(RehearsalProcess models, String end) {
        Map.Entry<String, URI> model = models.model(end);
        return Map.of("model", model.getKey(), "url", model.getValue() + "/v1");
    }

    long pid() {
        return process.pid();
    }

    boolean running() {
        return process.isAlive();
    }

    /** Throws when the run did not end well. */
    void check() {
        if (process.exitValue() != 0) {
            throw new BenchException("grip run ended with exit code " + process.exitValue() + ": " + tail());
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "its log " + errors + " cannot be read";
        }
    }

    /** What was left of the heap, in MiB, after each collection of garbage, in order. */
    List<Integer> heaps() {
        try {
            List<Integer> heaps = new ArrayList<>();
            for (String line : Files.readAllLines(garbage)) {
                Matcher collected = COLLECTED.matcher(line);
                if (collected.find()) {
                    heaps.add(Integer.parseInt(collected.group(1)));
                }
            }
            return heaps;
        } catch (IOException e) {
            throw new BenchException("Cannot read " + garbage + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
