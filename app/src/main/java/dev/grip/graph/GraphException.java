package dev.grip.graph;

/** The database cannot be used as asked; the message names the server or statement and what to do. */
public final class GraphException extends RuntimeException {

    private final boolean away;

    GraphException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private GraphException(String message, Throwable cause, boolean away) {
        super(message, cause);
        this.away = away;
    }

    static GraphException away(String message, Throwable cause) {
        return new GraphException(message, cause, true);
    }

    /** Whether a server that was there has gone, so that it may be worth waiting for. */
    public boolean away() {
        return away;
    }
}
