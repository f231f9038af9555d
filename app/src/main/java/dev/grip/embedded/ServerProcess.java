package dev.grip.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The child: a JVM of its own that stops when its standard input ends, so it cannot outlive its parent. */
final class ServerProcess {

    private static final String MAIN_CLASS = "dev.grip.kprg.server.ServerMain";
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-OmitStackTraceInFastThrow",
            "-Dlog4j2.disable.jmx=true",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    private static final long STOP_SECONDS = 30;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess launch(Neo4jHome home, DataFolder data, EmbeddedSettings settings) {
        var command = new ArrayList<>(deafToInterrupts());
        command.add(java());
        command.add("-Xmx" + settings.heap());
        command.addAll(JVM_OPTIONS);
        command.addAll(settings.jvmOptions());
        command.addAll(List.of("-cp", home.classPath(), MAIN_CLASS));
        command.addAll(List.of("--home-dir=" + home.folder(), "--config-dir=" + data.configuration()));
        try {
            return new ServerProcess(new ProcessBuilder(command)
                    .directory(data.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(data.console().toFile())
                    .start());
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot start Neo4j with " + java() + ": " + e.getMessage(), e);
        }
    }

    /** Ctrl-C reaches every process of the terminal; the database must stay until its parent has finished its work. */
    private static List<String> deafToInterrupts() {
        return new File("/bin/sh").canExecute()
                ? List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "neo4j")
                : List.of();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits at most so long for its end; whether it has ended. */
    boolean ended(Duration most) throws InterruptedException {
        return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Ends it at once, which the store survives. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks, waits, and in the end kills: the store survives even that. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
