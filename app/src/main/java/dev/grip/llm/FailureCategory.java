package dev.grip.llm;

/** Why a call gave no answer, for counting and for deciding what to do. */
public enum FailureCategory {
    UNREACHABLE,
    TIMEOUT,
    OVERLOADED,
    SERVER_ERROR,
    BAD_REQUEST,
    TOO_LONG,
    UNKNOWN_MODEL,
    UNAUTHORIZED,
    MALFORMED,
    /** Given up because the calling thread was interrupted; says nothing about the server. */
    CANCELLED
}
