package dev.grip.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code grip rehearse} in a process of its own, so that what the client costs can be told apart from what the server costs. */
final class RehearsalProcess implements AutoCloseable {

    private final Process process;
    private final Path config;
    private final URI url;

    private RehearsalProcess(Process process, Path config, URI url) {
        this.process = process;
        this.config = config;
        this.url = url;
    }

    /** Starts the one server that the YAML describes and waits until it listens. */
    static RehearsalProcess start(String yaml) {
        try {
            Path config = Files.createTempFile("grip-bench-", ".yml");
            Files.writeString(config, yaml);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.grip.Application",
                            "rehearse",
                            "--json",
                            "--config",
                            config.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new RehearsalProcess(process, config, url(process));
        } catch (IOException e) {
            throw new BenchException("Cannot start grip rehearse: " + e.getMessage(), e);
        }
    }

    private static URI url(Process process) throws IOException {
        try (JsonParser output = new ObjectMapper().createParser(process.getInputStream())) {
            JsonNode served = output.readValueAsTree();
            return URI.create(served.path("servers").path(0).path("url").asText());
        } catch (JsonProcessingException e) {
            process.destroyForcibly();
            throw new BenchException("grip rehearse did not say where it listens: " + e.getOriginalMessage(), e);
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(config);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException e) {
            throw new BenchException("Cannot delete " + config + ": " + e.getMessage(), e);
        }
    }
}
