package dev.grip.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sets the password of a store that does not exist yet, so that no server ever runs with the default one. */
final class InitialPassword {

    private InitialPassword() {}

    static void set(Neo4jHome home, DataFolder data) {
        if (data.hasStore()) {
            return;
        }
        Path output = data.logs().resolve("set-initial-password.log");
        // An argument file instead of an argument: other users of the machine can read command lines.
        var command = List.of(
                ServerProcess.java(),
                "-cp",
                home.folder().resolve("lib") + File.separator + "*",
                "org.neo4j.cli.AdminTool",
                "dbms",
                "set-initial-password",
                "@" + data.password());
        try {
            Files.deleteIfExists(data.initialAuthentication());
            run(command, home, data, output);
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot set Neo4j's initial password: " + e, e);
        }
    }

    private static void run(List<String> command, Neo4jHome home, DataFolder data, Path output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("NEO4J_HOME", home.folder().toString());
        builder.environment().put("NEO4J_CONF", data.configuration().toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new EmbeddedNeo4jException("Neo4j's initial password could not be set. Last lines of " + output
                        + ":\n" + String.join("\n", LogTail.of(output, 10)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedNeo4jException("Interrupted while setting Neo4j's initial password", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
