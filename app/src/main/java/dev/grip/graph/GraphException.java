package dev.grip.graph;

/** The database cannot be used as asked; the message names the server or statement and what to do. */
public final class GraphException extends RuntimeException {

    GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
