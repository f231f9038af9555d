package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.EngineRunner;
import dev.grip.rehearsal.engine.EngineState;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Fault;
import dev.grip.rehearsal.faults.FaultPlan;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server has in memory from its start to its death: the engine, the endpoints, and where its faults stand. */
final class Lifetime implements Vitals {

    private final Instant startedAt = Instant.now();
    private final EngineRunner engine;
    private final AtomicInteger openCalls = new AtomicInteger();
    private volatile Settled settled;
    private volatile boolean over;

    /** What follows from the configuration. */
    private record Settled(RehearsalConfig config, Routes routes, FaultPlan faults, long faultsSince) {}

    private Lifetime(RehearsalConfig config, EventLoop loop, FaultPlan faults, long faultsSince) {
        this.engine = new EngineRunner(config.engine(), config.latency(), new LoopAlarm(loop));
        this.settled = new Settled(config, new Routes(config, this), faults, faultsSince);
    }

    static Lifetime first(RehearsalConfig config, EventLoop loop) {
        return new Lifetime(config, loop, new FaultPlan(config.faults()), System.nanoTime());
    }

    /** The one after this. The same faults go on as they were: one that happens once does not happen in every life. */
    Lifetime next(RehearsalConfig config, EventLoop loop) {
        Settled before = settled;
        return sameFaults(config)
                ? new Lifetime(config, loop, before.faults(), before.faultsSince())
                : first(config, loop);
    }

    /** Takes over another configuration. The same faults go on as they were; others begin now. */
    synchronized void change(RehearsalConfig config) {
        Settled before = settled;
        boolean same = sameFaults(config);
        settled = new Settled(
                config,
                new Routes(config, this),
                same ? before.faults() : new FaultPlan(config.faults()),
                same ? before.faultsSince() : System.nanoTime());
        engine.configure(config.engine(), config.latency());
    }

    boolean sameFaults(RehearsalConfig config) {
        return settled.config().faults().equals(config.faults());
    }

    /** From now on connections end because the server does, not its clients. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    RehearsalConfig config() {
        return settled.config();
    }

    EngineRunner runner() {
        return engine;
    }

    Reply answer(Call call, Twist twist) {
        return settled.routes().answer(call, twist);
    }

    /** What goes wrong with a request according to plan. */
    Optional<Effect> fault(Call call) {
        Settled now = settled;
        return now.faults()
                .next(call, Duration.ofNanos(System.nanoTime() - now.faultsSince()))
                .filter(fault -> !Mishaps.timed(fault))
                .map(Fault::effect);
    }

    /** A call came (1) or ended (-1); gives how many are open now. */
    int calls(int change) {
        return openCalls.addAndGet(change);
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public boolean dead() {
        return engine.dead();
    }

    @Override
    public int openCalls() {
        return openCalls.get();
    }

    @Override
    public int queued() {
        return engine.waiting();
    }

    @Override
    public long queuedTokens() {
        return engine.waitingPromptTokens();
    }

    @Override
    public EngineState engine() {
        return engine.state();
    }
}
