package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import java.time.Duration;

/** Why one attempt gave nothing: what happened, what a person can do, and whether another attempt makes sense. */
record Trouble(FailureCategory category, String detail, String advice, Retry retry, Duration askedWait) {

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
        WAIT
    }

    static Trouble of(FailureCategory category, Retry retry, String detail, String advice) {
        return new Trouble(category, detail, advice, retry, Duration.ZERO);
    }

    /** One sentence for a person: server, what happened, what to do. */
    String about(Endpoint endpoint) {
        return endpoint.describe() + ": " + detail + "; " + advice;
    }
}
