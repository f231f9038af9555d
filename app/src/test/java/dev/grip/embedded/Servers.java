package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** What the tests of this package do with servers and processes. */
final class Servers {

    private Servers() {}

    static EmbeddedSettings settings(Path data) {
        return Neo4jExtension.quick(
                EmbeddedSettings.in(data).withHome(Neo4jExtension.home()).withPorts(0, 0));
    }

    /** The value of the only column of the only row. */
    static Object ask(EmbeddedNeo4j neo4j, String cypher) {
        try (var driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
                var session = driver.session()) {
            return session.run(cypher).single().get(0).asObject();
        }
    }

    static void awaitEnd(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(5, TimeUnit.MINUTES);
        }
    }

    /** Through the shell, which has its own {@code kill}; not every system has the program. */
    static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).inheritIO();
        assertThat(kill.start().waitFor()).as("signal " + name).isZero();
    }
}
