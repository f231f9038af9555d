package dev.grip.embedded;

import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;

/** A small grip process: starts the embedded Neo4j, says so in one line and lives until it is killed. */
final class ParentProcess {

    /** How its line starts; loggers may print others. */
    static final String STARTED = "started ";

    private ParentProcess() {}

    public static void main(String[] arguments) throws IOException {
        var settings = EmbeddedSettings.in(Path.of(arguments[0]))
                .withHome(Path.of(arguments[1]))
                .withPorts(0, 0);
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(Neo4jExtension.quick(settings));
        System.out.println(STARTED + neo4j.pid() + " " + neo4j.attached());
        while (System.in.read() >= 0) {
            System.out.println("still here");
        }
    }
}
