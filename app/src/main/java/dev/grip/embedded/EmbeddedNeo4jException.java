package dev.grip.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded Neo4j could not be started; the message says what happened and what to do. */
public final class EmbeddedNeo4jException extends RuntimeException {

    EmbeddedNeo4jException(String message) {
        this(message, null);
    }

    EmbeddedNeo4jException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
