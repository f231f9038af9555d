package dev.grip.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command of Neo4j's own administration tool, run to its end in a process of its own over a data folder without a server. */
record AdminCommand(Neo4jHome home, DataFolder data, String log, Duration limit, List<String> jvmOptions) {

    private static final int LINES = 10;

    /** Throws an EmbeddedNeo4jException that starts with {@code complaint} and ends with what the tool said. */
    void run(String complaint, List<String> arguments) {
        Path output = data.logs().resolve(log);
        try {
            if (!succeeds(arguments, output)) {
                throw new EmbeddedNeo4jException(
                        complaint + " Last lines of " + output + ":\n" + String.join("\n", LogTail.of(output, LINES)));
            }
        } catch (IOException e) {
            throw new EmbeddedNeo4jException(complaint + " " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedNeo4jException(complaint + " It was interrupted.", e);
        }
    }

    private boolean succeeds(List<String> arguments, Path output) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ServerProcess.java());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", home.folder().resolve("lib") + File.separator + "*", "org.neo4j.cli.AdminTool"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("NEO4J_HOME", home.folder().toString());
        builder.environment().put("NEO4J_CONF", data.configuration().toString());
        Process process = builder.start();
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
