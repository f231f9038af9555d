package dev.grip.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code grip rehearse} in a process of its own, so that what the client costs can be told apart from what the server costs. */
final class RehearsalProcess implements AutoCloseable {

    private final Process process;
    private final @Nullable Path config;
    private final Map<String, URI> models;

    private RehearsalProcess(Process process, @Nullable Path config, Map<String, URI> models) {
        this.process = process;
        this.config = config;
        this.models = models;
    }

    /** Starts the one server that the YAML describes and waits until it listens. */
    static RehearsalProcess start(String yaml) {
        try {
            Path config = Files.createTempFile("grip-bench-", ".yml");
            Files.writeString(config, yaml);
            return start(config, List.of("--config", config.toString()));
        } catch (IOException e) {
            throw new BenchException("Cannot write the configuration of grip rehearse: " + e.getMessage(), e);
        }
    }

    /** Starts a server for every model of the published method, which answers at once. */
    static RehearsalProcess startUsual() {
        return start(null, List.of());
    }

    private static RehearsalProcess start(@Nullable Path config, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("rehearse", "--json"));
        arguments.addAll(options);
        try {
            Process process = new ProcessBuilder(GripProcess.command(List.of(), arguments))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new RehearsalProcess(process, config, models(process));
        } catch (IOException e) {
            throw new BenchException("Cannot start grip rehearse: " + e.getMessage(), e);
        }
    }

    private static Map<String, URI> models(Process process) throws IOException {
        try (JsonParser output = new ObjectMapper().createParser(process.getInputStream())) {
            Map<String, URI> models = new LinkedHashMap<>();
            JsonNode served = output.readValueAsTree();
            for (JsonNode server : served.path("servers")) {
                models.put(
                        server.path("model").asText(),
                        URI.create(server.path("url").asText()));
            }
            return models;
        } catch (JsonProcessingException e) {
            process.destroyForcibly();
            throw new BenchException("grip rehearse did not say where it listens: " + e.getOriginalMessage(), e);
        }
    }

    /** Where the first server listens. */
    URI url() {
        return models.values().iterator().next();
    }

    /** Where the server of the model listens whose name ends so. */
    Map.Entry<String, URI> model(String end) {
        return models.entrySet().stream()
                .filter(model -> model.getKey().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new BenchException("grip rehearse serves no " + end + ", only " + models.keySet()));
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (config != null) {
                Files.deleteIfExists(config);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException e) {
            throw new BenchException("Cannot delete " + config + ": " + e.getMessage(), e);
        }
    }
}
