package dev.grip.rehearsal;

import dev.grip.rehearsal.wire.Outlet;

/** Turns what the engine does into an answer. All on the event loop of the call's connection. */
interface Answering {

    /** The call is accepted. */
    default void begin(Outlet outlet) {}

    /** A sequence has so many tokens; may come late and out of order. */
    default void reached(Outlet outlet, int sequence, int tokens) {}

    /** A sequence has all its tokens. */
    default void finished(Outlet outlet, int sequence) {}

    /** All sequences have; so many tokens of the prompt were in the prefix cache. */
    void complete(Outlet outlet, int cachedTokens);

    /** The engine died on the way. */
    void failed(Outlet outlet, WireException error);
}
