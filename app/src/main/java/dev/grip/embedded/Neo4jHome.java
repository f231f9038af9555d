package dev.grip.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that the build assembles: {@code lib} with Neo4j's jars, {@code plugins} with kprg, APOC and GDS. */
record Neo4jHome(Path folder) {

    private static final Path ASSEMBLED = Path.of("neo4j-plugins", "target", "neo4j");

    static Neo4jHome find(@Nullable Path configured) {
        if (configured != null) {
            return new Neo4jHome(configured.toAbsolutePath().normalize()).checked();
        }
        return new Neo4jHome(besideProgram()).checked();
    }

    /** {@code app/target/grip.jar} and {@code app/target/classes} both have the module folders two levels up. */
    private static Path besideProgram() {
        try {
            Path program = Path.of(Neo4jHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolve("../../..").resolve(ASSEMBLED).normalize();
        } catch (URISyntaxException e) {
            throw new EmbeddedNeo4jException(
                    "Cannot tell where this program lies: set GRIP_NEO4J_HOME to the assembled Neo4j folder.", e);
        }
    }

    private Neo4jHome checked() {
        for (String part : List.of("lib/neo4j-server-*.jar", "plugins/kprg*.jar")) {
            if (!present(part)) {
                throw new EmbeddedNeo4jException("No runnable Neo4j in " + folder + " (" + part
                        + " is missing). Build it with ./mvnw -q -DskipTests package, point GRIP_NEO4J_HOME at"
                        + " a folder that has it, or set neo4j.uri to use a server of your own.");
            }
        }
        return this;
    }

    private boolean present(String part) {
        Path directory = folder.resolve(part).getParent();
        String glob = Path.of(part).getFileName().toString();
        if (directory == null || !Files.isDirectory(directory)) {
            return false;
        }
        try (var jars = Files.newDirectoryStream(directory, glob)) {
            return jars.iterator().hasNext();
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    String classPath() {
        return folder.resolve("lib") + File.separator + "*" + File.pathSeparator + plugins() + File.separator + "*";
    }
}
