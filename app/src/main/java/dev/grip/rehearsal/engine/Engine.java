package dev.grip.rehearsal.engine;

import dev.grip.rehearsal.engine.Sequence.State;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Slots, queue, KV cache and pace of one simulated engine, as arithmetic on a time in nanoseconds that callers pass in and
 * that must not go back. Not thread-safe.
 */
final class Engine {

    private final Waiting waiting = new Waiting();
    private final Running running = new Running();
    private final Pace pace;
    private final Counters counters = new Counters();
    private final BlockPool pool;
    private final News news;

    private EngineConfig config;
    private long stoodStill;
    private boolean frozen;

    Engine(EngineConfig config, Latency latency, News news) {
        this.config = config;
        this.pace = new Pace(config, latency);
        this.news = news;
        this.pool = new BlockPool(config.kvBlocks());
    }

    /** Where it is said what becomes of sequences, in order. */
    interface News {

        void reached(Sequence sequence, int tokens);

        void finished(Sequence sequence);
    }

    /** Puts a new sequence in line and gives out free slots. */
    void submit(Sequence sequence) {
        if (sequence.state != State.NEW) {
            return; // It was given up before it came.
        }
        sequence.state = State.WAITING;
        sequence.arrived = pace.now();
        sequence.setJitter(pace.jitter());
        waiting.add(sequence);
        counters.mostAtOnce = Math.max(counters.mostAtOnce, running.size() + waiting.size());
        schedule();
    }

    /** Forgets a sequence that nobody waits for; nothing is heard of it any more. */
    void abort(Sequence sequence) {
        State state = sequence.state;
        if (state == State.NEW || state == State.GONE) {
            sequence.state = State.GONE;
            return;
        }
        if (state == State.WAITING) {
            sequence.state = State.GONE;
            waiting.gaveUp(sequence);
        } else {
            breakOff(sequence);
        }
        counters.aborted();
        schedule();
    }

    /** Other sizes or another pace from now on. Sequences above a smaller number of slots keep theirs until they end. */
    void configure(EngineConfig newConfig, Latency newLatency) {
        config = newConfig;
        pace.change(newConfig, newLatency);
        pool.resize(newConfig.kvBlocks());
        for (Sequence last = running.last(); last != null && pool.held() > pool.total(); last = running.last()) {
            preempt(last);
        }
        schedule();
    }

    /** Stands still, as an engine that hangs; calls still come in. */
    void freeze() {
        frozen = true;
    }

    /** Goes on where it stood, at this time. */
    void thaw(long time) {
        if (frozen) {
            frozen = false;
            stoodStill = time - pace.now();
            schedule();
        }
    }

    /** When something happens next if nothing else does before; {@link Long#MAX_VALUE} for never. */
    long nextEvent() {
        long next = frozen ? Long.MAX_VALUE : pace.next();
        return next == Long.MAX_VALUE ? next : next + stoodStill;
    }

    /** Lets everything happen that happens up to this time. */
    void advance(long time) {
        if (frozen) {
            return;
        }
        long until = time - stoodStill;
        for (long next = pace.next(); next <= until; next = pace.next()) {
            pace.moveTo(next);
            happen();
        }
        pace.moveTo(until);
    }

    int waitingCount() {
        return waiting.size();
    }

    long waitingPromptTokens() {
        return waiting.promptTokens();
    }

    /** Every sequence that runs or waits. */
    void forEach(Consumer<Sequence> action) {
        running.forEach(action);
        waiting.forEach(action);
    }

    EngineState state() {
        long[] underWay = {0};
        running.forEach(one -> underWay[0] += pace.decoding().underWay(one));
        return new EngineState(
                new EngineState.Load(running.size(), waiting.size()),
                (double) pool.held() / pool.total(),
                counters.work(pace.decoding().total() + underWay[0]),
                Map.copyOf(counters.finished),
                new EngineState.Times(counters.firstToken.copy(), counters.queueTime.copy()),
                counters.mostAtOnce);
    }

    /** One thing that is due now; a time may have several, and each may move the next. */
    private void happen() {
        if (pace.startDue()) {
            beginPrefill(pace.starting().take());
        } else if (pace.prefillDue()) {
            endPrefill(pace.prefilling().take());
        } else if (pace.decodeDue()) {
            report(pace.decoding().take());
        }
    }

    /** Gives free slots to those that wait, as long as there are blocks for the first in line. */
    private void schedule() {
        Sequence first = frozen ? null : waiting.first();
        while (first != null
                && running.size() < config.maxNumSeqs()
                && first.takeBlocks(pool, config.prefixCaching())) {
            waiting.removeFirst();
            running.add(first);
            admit(first);
            first = waiting.first();
        }
    }

    private void admit(Sequence sequence) {
        counters.admitted(sequence, pace.now());
        if (sequence.cachedTokens < 0) {
            sequence.cachedTokens = sequence.computed;
        }
        if (sequence.generated > 0) {
            beginPrefill(sequence);
            return;
        }
        sequence.state = State.STARTING;
        pace.start(sequence);
    }

    private void beginPrefill(Sequence sequence) {
        sequence.state = State.PREFILLING;
        pace.prefilling().add(sequence);
    }

    /** Prefill gives the first token, or after a preemption the next one. */
    private void endPrefill(Sequence sequence) {
        if (sequence.generated == 0) {
            counters.prefilled(sequence, pace.now());
        }
        if (sequence.plan.outputTokens() > 0) {
            sequence.generated++;
            counters.generationTokens++;
        }
        sequence.state = State.DECODING;
        report(sequence);
    }

    private void report(Sequence sequence) {
        if (sequence.atChunk()) {
            news.reached(sequence, sequence.generated);
        }
        if (sequence.complete()) {
            leave(sequence);
            counters.finished(sequence);
            news.finished(sequence);
            schedule();
            return;
        }
        decode(sequence);
    }

    private void decode(Sequence sequence) {
        while (!sequence.takeNextBlock(pool)) {
            Sequence last = running.last();
            preempt(last == null ? sequence : last);
            if (sequence.state != State.DECODING) {
                return;
            }
        }
        pace.decoding().add(sequence, sequence.nextStretch(config.kvCanRunFull()));
    }

    /** Takes slot and blocks from a sequence; what it has computed is lost, what it has said is not. */
    private void preempt(Sequence sequence) {
        breakOff(sequence);
        sequence.state = State.WAITING;
        waiting.addFirst(sequence);
        counters.preemptions++;
    }

    private void breakOff(Sequence sequence) {
        if (sequence.due != null && sequence.state == State.DECODING) {
            pace.decoding().breakOff(sequence);
        }
        leave(sequence);
    }

    private void leave(Sequence sequence) {
        sequence.due = null;
        sequence.state = State.GONE;
        running.remove(sequence);
        sequence.releaseBlocks(pool);
    }
}
