package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.EngineState;
import java.time.Instant;

/** What a server's endpoints tell of its state. */
interface Vitals {

    Instant startedAt();

    /** Whether the engine died. */
    boolean dead();

    /** Calls that are not answered yet. */
    int openCalls();

    /** Sequences that wait for a slot. */
    int queued();

    /** Their prompt tokens. */
    long queuedTokens();

    /** All that can be measured of the engine; takes time for each running sequence. */
    EngineState engine();
}
