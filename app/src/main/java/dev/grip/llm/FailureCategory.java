package dev.grip.llm;

/** Why a call gave no answer, for counting and for deciding what to do. */
public enum FailureCategory {
    UNREACHABLE,
    TIMEOUT,
    OVERLOADED,
    SERVER_ERROR,
    /** The server failed on this call again and again while it answered others: the call is parked, the run goes on. */
    POISONED,
    BAD_REQUEST,
    /** Every call of this stage is refused as a bad request: the prompt or its settings are at fault, not the items. */
    BAD_STAGE,
    TOO_LONG,
    UNKNOWN_MODEL,
    UNAUTHORIZED,
    MALFORMED,
    /** Given up because the calling thread was interrupted; says nothing about the server. */
    CANCELLED;

    /** Whether the server or the settings, not the one call, are the trouble: going on would only fail every other call as well. */
    public boolean general() {
        return switch (this) {
            case UNREACHABLE, OVERLOADED, UNKNOWN_MODEL, UNAUTHORIZED, BAD_STAGE -> true;
            case TIMEOUT, SERVER_ERROR, POISONED, BAD_REQUEST, TOO_LONG, MALFORMED, CANCELLED -> false;
        };
    }

    /** Whether the same call would fail again for the same reason, whenever it is made. */
    public boolean lasting() {
        return this == BAD_REQUEST || this == TOO_LONG;
    }
}
