package dev.grip.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code grip rehearse} with one model in a process of its own that can be killed and started again where it was. */
final class ModelProcess implements AutoCloseable {

    private final Path config;
    private final Path log;
    private final int port;
    private Process process;

    /** Every answer takes so long. */
    ModelProcess(String model, Duration answer, Path folder) throws IOException, InterruptedException {
        this.port = freePort();
        this.config = Files.writeString(
                folder.resolve("model.yml"),
                "servers: [{model: %s, port: %d, latency: {prefill-overhead: %dms}}]"
                        .formatted(model, port, answer.toMillis()));
        this.log = folder.resolve("model.log");
        this.process = start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    private Process start() throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.grip.Application",
                        "rehearse",
                        "--json",
                        "--config",
                        config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunsAtWork.until(() -> said("\"servers\"") || !started.isAlive());
        if (!started.isAlive()) {
            throw new AssertionError("The model server did not start: " + Files.readString(log));
        }
        return started;
    }

    private boolean said(String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException, InterruptedException {
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
