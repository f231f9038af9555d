package dev.grip.rehearsal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs an engine on a clock, with one alarm for all its sequences. Thread-safe. */
public final class EngineRunner {

    private final Object lock = new Object();
    private final Alarm alarm;
    private final Engine engine;
    private List<Runnable> unsaid = new ArrayList<>();
    private long nextWake = Long.MAX_VALUE;
    private boolean dead;

    public EngineRunner(EngineConfig config, Latency latency, Alarm alarm) {
        this.alarm = alarm;
        this.engine = new Engine(config, latency, new Noted());
        engine.advance(alarm.now());
    }

    /** Puts sequences in line, in this order. */
    public void submit(List<Sequence> sequences) {
        run(one -> sequences.forEach(dead ? this::fail : one::submit));
    }

    /** Forgets sequences whose caller went away. */
    public void abort(List<Sequence> sequences) {
        run(one -> sequences.forEach(one::abort));
    }

    /** Other sizes or another pace from now on. */
    public void configure(EngineConfig config, Latency latency) {
        run(one -> one.configure(config, latency));
    }

    /** Nothing goes on until {@link #thaw}. */
    public void freeze() {
        run(Engine::freeze);
    }

    /** Goes on where it stood still. */
    public void thaw() {
        run(one -> one.thaw(alarm.now()));
    }

    /** Fails all sequences, and every new one. */
    public void die() {
        run(one -> {
            dead = true;
            List<Sequence> all = new ArrayList<>();
            one.forEach(all::add);
            all.forEach(one::abort);
            all.forEach(this::fail);
        });
    }

    /** Takes new sequences again after it died. */
    public void revive() {
        run(one -> dead = false);
    }

    /** Whether it died. */
    public boolean dead() {
        synchronized (lock) {
            return dead;
        }
    }

    /** Sequences in the queue. */
    public int waiting() {
        synchronized (lock) {
            return engine.waitingCount();
        }
    }

    /** Prompt tokens in the queue. */
    public long waitingPromptTokens() {
        synchronized (lock) {
            return engine.waitingPromptTokens();
        }
    }

    /** What it is doing and has done; looks at every running sequence. */
    public EngineState state() {
        run(one -> {});
        synchronized (lock) {
            return engine.state();
        }
    }

    private void fail(Sequence sequence) {
        unsaid.add(sequence.listener::failed);
    }

    private void run(Consumer<Engine> action) {
        List<Runnable> said;
        synchronized (lock) {
            engine.advance(alarm.now());
            action.accept(engine);
            engine.advance(alarm.now());
            said = unsaid;
            unsaid = said.isEmpty() ? said : new ArrayList<>();
            setAlarm();
        }
        // Without the lock: whoever hears of it may take locks of its own.
        said.forEach(Runnable::run);
    }

    private void setAlarm() {
        long next = engine.nextEvent();
        if (next < nextWake) {
            nextWake = next;
            alarm.wake(next, () -> woken(next));
        }
    }

    private void woken(long time) {
        run(one -> nextWake = nextWake == time ? Long.MAX_VALUE : nextWake);
    }

    /** Keeps what the engine says until its lock is free. */
    private final class Noted implements Engine.News {

        @Override
        public void reached(Sequence sequence, int tokens) {
            unsaid.add(() -> sequence.listener.reached(tokens));
        }

        @Override
        public void finished(Sequence sequence) {
            unsaid.add(() -> sequence.listener.finished(sequence.cachedTokens));
        }
    }
}
