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

    EngineState engine();
}
