package dev.grip.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Sets the password of a store that does not exist yet, so that no server ever runs with the default one. */
final class InitialPassword {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private InitialPassword() {}

    static void set(Neo4jHome home, DataFolder data) {
        if (data.hasStore()) {
            return;
        }
        try {
            Files.deleteIfExists(data.initialAuthentication());
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot set Neo4j's initial password: " + e, e);
        }
        // An argument file instead of an argument: other users of the machine can read command lines.
        new AdminCommand(home, data, "set-initial-password.log", LIMIT, List.of())
                .run(
                        "Neo4j's initial password could not be set.",
                        List.of("dbms", "set-initial-password", "@" + data.password()));
    }
}
