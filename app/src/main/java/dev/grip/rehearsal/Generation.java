package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.EngineRunner;
import dev.grip.rehearsal.engine.Sequence;
import dev.grip.rehearsal.wire.Exchange;
import dev.grip.rehearsal.wire.Outlet;
import java.util.ArrayList;
import java.util.List;

/** One call while the engine works on it: passes news of its sequences on, and takes them back when the call ends early. */
final class Generation {

    private final EngineRunner engine;
    private final Exchange exchange;
    private final Outlet outlet;
    private final Answering answering;
    private final Journal journal;
    private final List<Sequence> sequences = new ArrayList<>();
    private int unfinished;
    private int cachedTokens;

    private Generation(Work work, EngineRunner engine, Exchange exchange, Outlet outlet, Journal journal) {
        this.engine = engine;
        this.exchange = exchange;
        this.outlet = outlet;
        this.answering = work.answering();
        this.journal = journal;
        work.plans().forEach(plan -> sequences.add(new Sequence(plan, new Part(sequences.size()))));
        this.unfinished = sequences.size();
    }

    /** Begins on the event loop of the exchange; the answer goes to the outlet. */
    static void start(Work work, EngineRunner engine, Exchange exchange, Outlet outlet, Journal journal) {
        Generation generation = new Generation(work, engine, exchange, outlet, journal);
        journal.sequences(work.plans().size());
        exchange.onStop(generation::stop);
        work.answering().begin(outlet);
        if (generation.sequences.isEmpty()) {
            work.answering().complete(outlet, 0);
        } else if (!exchange.ended()) {
            engine.submit(generation.sequences);
        }
    }

    private void stop() {
        journal.sequences(-sequences.size());
        if (unfinished > 0) {
            engine.abort(sequences);
        }
    }

    private void finished(int index, int cached) {
        cachedTokens = index == 0 ? cached : cachedTokens;
        unfinished--;
        answering.finished(outlet, index);
        if (unfinished == 0) {
            answering.complete(outlet, cachedTokens);
        }
    }

    /** One sequence's ear. */
    private final class Part implements Sequence.Listener {
        private final int index;

        private Part(int index) {
            this.index = index;
        }

        @Override
        public void reached(int tokens) {
            exchange.run(() -> answering.reached(outlet, index, tokens));
        }

        @Override
        public void finished(int cached) {
            exchange.run(() -> Generation.this.finished(index, cached));
        }

        @Override
        public void failed() {
            exchange.run(() -> answering.failed(outlet, WireException.engineDead()));
        }
    }
}
