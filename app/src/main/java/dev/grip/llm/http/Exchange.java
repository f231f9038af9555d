package dev.grip.llm.http;

import java.time.Duration;

/** What came of one request that was sent once. */
public sealed interface Exchange {

    /** The server answered in one piece, with whatever status. */
    record Replied(Reply reply) implements Exchange {}

    /** The server answered with a stream of events, which was read to its end. */
    record Streamed() implements Exchange {}

    /** No connection: nothing was sent. */
    record Unreached(String reason) implements Exchange {}

    /** A connection from the pool was already closed by the server; no byte of an answer came. */
    record Stale(String reason) implements Exchange {}

    /** The connection broke off before the answer was complete. */
    record Broken(String reason) implements Exchange {}

    /** The answer is larger than what is read of one. */
    record TooLarge(long limit) implements Exchange {}

    /** A deadline passed and the call was given up, which makes the server stop as well. */
    record TimedOut(Deadlines.Kind kind, Duration after) implements Exchange {}

    /** Given up from outside while it was under way, for this reason. */
    record Stopped(String reason) implements Exchange {}
}
