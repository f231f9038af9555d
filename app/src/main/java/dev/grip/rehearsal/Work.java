package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.Sequence;
import java.util.List;

/** What a call asks of the engine: its sequences, and what is made of them. */
record Work(List<Sequence.Plan> plans, Answering answering) {

    Work {
        plans = List.copyOf(plans);
    }
}
