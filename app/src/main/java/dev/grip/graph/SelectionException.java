package dev.grip.graph;

import org.jspecify.annotations.Nullable;

/** A person's Cypher selection was refused or failed; the message is one sentence meant for that person. */
public final class SelectionException extends RuntimeException {

    SelectionException(String message) {
        this(message, null);
    }

    SelectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
