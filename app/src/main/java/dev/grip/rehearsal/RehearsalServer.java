package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.EngineRunner;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.wire.Listener;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * One simulated model on one loopback port, speaking vLLM's wire format. No thread per request. It can be changed while it
 * runs, killed and started again; its journal outlives all of that.
 */
public final class RehearsalServer implements AutoCloseable {

    private final Journal journal = new Journal();
    private final EventLoopGroup loops;
    private final Runnable afterwards;
    private final Mishaps mishaps = new Mishaps(this);
    private final Desk desk;
    private final Listener listener;
    private boolean killed;

    private RehearsalServer(RehearsalConfig config, EventLoopGroup loops, Runnable afterwards) {
        this.loops = loops;
        this.afterwards = afterwards;
        this.desk = new Desk(Lifetime.first(config.requireFits(), loops.next()), this);
        this.listener = listen(config);
        mishaps.plan(config.faults());
    }

    /** Starts with event loops of its own; they end with it. */
    public static RehearsalServer start(RehearsalConfig config) {
        EventLoopGroup loops = newLoops();
        try {
            return new RehearsalServer(config, loops, () -> end(loops));
        } catch (RuntimeException e) {
            end(loops);
            throw e;
        }
    }

    /** Starts on loops that others use as well. */
    static RehearsalServer start(RehearsalConfig config, EventLoopGroup loops) {
        return new RehearsalServer(config, loops, () -> {});
    }

    static EventLoopGroup newLoops() {
        int threads = Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("rehearsal", true), NioIoHandler.newFactory());
    }

    static void end(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}; endpoints start with {@code /v1} below it. */
    public URI url() {
        InetSocketAddress address = listener.address();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + address.getPort());
    }

    /** The name it serves its model under. */
    public String model() {
        return config().model();
    }

    /** How it is configured now. */
    public RehearsalConfig config() {
        return desk.life().config();
    }

    /** What it received so far, in all its lives. */
    public Journal journal() {
        return journal;
    }

    /** Goes on with another configuration; everything but the port may change, calls in flight stay. */
    public synchronized void change(UnaryOperator<RehearsalConfig> change) {
        RehearsalConfig next = changed(change);
        planMishaps(next);
        desk.life().change(next);
    }

    /** Dies at once: resets all connections, stops listening, forgets what the engine did. The journal stays. */
    public synchronized void kill() {
        killed = true;
        die(config());
    }

    /** Dies if it has not, and is back at the same address with this configuration. */
    public synchronized void restart(UnaryOperator<RehearsalConfig> change) {
        RehearsalConfig next = changed(change);
        planMishaps(next);
        die(next);
        killed = false;
        listener.listen();
    }

    /** Lets a mishap of the whole server happen now, such as {@code new Effect.EngineHang(Duration.ofSeconds(5))}. */
    public void strike(Effect effect) {
        if (!Mishaps.of(effect)) {
            throw new IllegalArgumentException(effect + " befalls calls, not the server; give it as a fault");
        }
        mishaps.strike(effect);
    }

    /** Does something soon, away from the event loops. */
    void later(Runnable action) {
        mishaps.later(Duration.ZERO, action);
    }

    /** Takes no new connections. */
    synchronized void refuse() {
        listener.refuse();
    }

    /** Takes new connections again, unless it is dead. */
    synchronized void accept() {
        if (!killed) {
            listener.listen();
        }
    }

    EngineRunner engine() {
        return desk.life().runner();
    }

    @Override
    public synchronized void close() {
        killed = true;
        mishaps.close();
        desk.life().end();
        listener.close();
        afterwards.run();
    }

    private void planMishaps(RehearsalConfig next) {
        if (!desk.life().sameFaults(next)) {
            mishaps.plan(next.faults());
        }
    }

    private void die(RehearsalConfig next) {
        Lifetime ending = desk.life();
        ending.end();
        listener.kill();
        desk.begin(ending.next(next, loops.next()));
    }

    /** What a change would make of the configuration; refused if the server could not run so. */
    RehearsalConfig changed(UnaryOperator<RehearsalConfig> change) {
        RehearsalConfig config = config();
        RehearsalConfig next = change.apply(config).requireFits();
        if (next.port() != config.port()) {
            throw new IllegalArgumentException(
                    "port is " + next.port() + "; a server that runs keeps its port, which is " + config.port());
        }
        return next;
    }

    private Listener listen(RehearsalConfig config) {
        try {
            return new Listener(config.port(), loops, desk);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + " (for " + config.model() + ")", e.getCause());
        }
    }
}
