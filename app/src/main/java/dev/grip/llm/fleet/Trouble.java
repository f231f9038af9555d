package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import java.time.Duration;

/**
 * Why one attempt gave nothing: what happened, what a person can do, whether another attempt makes sense, and the beginning of
 * what the server sent if that is the trouble.
 */
record Trouble(FailureCategory category, String detail, String advice, Retry retry, Duration askedWait, String raw) {

    /** How a failed attempt may be repeated. */
    enum Retry {
        /** The same request would fail again. */
        NEVER,
        /** At once on a fresh connection, but only the first time; later like {@link #BACKOFF}. */
        AT_ONCE,
        /** After a growing, random pause; uses up an attempt. */
        BACKOFF,
        /** Like {@link #BACKOFF} but a single time: a timed-out generation starts over from nothing. */
        ONE_MORE,
        /** When the server has room again; uses up no attempt but is bounded by the age of the call. */
        WAIT,
        /** When a server can be used again; uses up no attempt, for the call is not at fault. */
        REQUEUE
    }

    static Trouble of(FailureCategory category, Retry retry, String detail, String advice) {
        return new Trouble(category, detail, advice, retry, Duration.ZERO, "");
    }

    Trouble withRetry(Retry other) {
        return new Trouble(category, detail, advice, other, askedWait, raw);
    }

    Trouble withCategory(FailureCategory other) {
        return new Trouble(other, detail, advice, retry, askedWait, raw);
    }

    Trouble withAdvice(String other) {
        return new Trouble(category, detail, other, retry, askedWait, raw);
    }

    Trouble keeping(String sent) {
        return new Trouble(category, detail, advice, retry, askedWait, sent);
    }

    /** One sentence for a person: server, what happened, what to do. */
    String about(Endpoint endpoint) {
        return endpoint.describe() + ": " + detail + "; " + advice;
    }
}
