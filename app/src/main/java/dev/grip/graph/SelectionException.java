package dev.grip.graph;

import org.jspecify.annotations.Nullable;

/** A person's Cypher selection was refused or failed; the message is one sentence meant for that person. */
public final class SelectionException extends RuntimeException {

    public SelectionException(String message) {
        this(message, null);
    }

    public SelectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
