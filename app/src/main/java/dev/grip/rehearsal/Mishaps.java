package dev.grip.rehearsal;

import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Fault;
import dev.grip.rehearsal.faults.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Faults that befall the server as a whole: it refuses, crashes, its engine dies or hangs, and after a while it is well again.
 * They happen on a thread of their own, because dying waits for connections, and at a time of their own if they have one.
 */
final class Mishaps implements AutoCloseable {

    private final RehearsalServer server;
    private final List<Future<?>> planned = new ArrayList<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread daemon = new Thread(task, "rehearsal-mishaps");
        daemon.setDaemon(true);
        return daemon;
    });

    Mishaps(RehearsalServer server) {
        this.server = server;
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Whether it is a mishap of the server and not of one call. */
    static boolean of(Effect effect) {
        return effect instanceof Effect.Refuse
                || effect instanceof Effect.Crash
                || effect instanceof Effect.EngineDead
                || effect instanceof Effect.EngineHang;
    }

    /** Whether it happens by the clock and not to a request. */
    static boolean timed(Fault fault) {
        return of(fault.effect()) && !fault.trigger().from().isZero();
    }

    /** Plans those of a configuration that happen by the clock, counted from now. */
    synchronized void plan(List<Fault> faults) {
        planned.forEach(one -> one.cancel(false));
        planned.clear();
        for (Fault fault : faults) {
            if (timed(fault)) {
                Trigger when = fault.trigger();
                Duration lasts = when.until().isZero()
                        ? lasts(fault.effect())
                        : when.until().minus(when.from());
                planned.add(schedule(when.from(), () -> happen(fault.effect(), lasts)));
            }
        }
    }

    /** Lets one happen now; what befalls the engine alone has happened when this returns. */
    void strike(Effect effect) {
        if (effect instanceof Effect.EngineDead || effect instanceof Effect.EngineHang) {
            happen(effect, lasts(effect));
        } else {
            thread.execute(() -> happen(effect, lasts(effect)));
        }
    }

    private static Duration lasts(Effect effect) {
        if (effect instanceof Effect.Refuse refuse) {
            return refuse.duration();
        }
        if (effect instanceof Effect.Crash crash) {
            return crash.duration();
        }
        if (effect instanceof Effect.EngineDead dead) {
            return dead.duration();
        }
        return effect instanceof Effect.EngineHang hang ? hang.duration() : Duration.ZERO;
    }

    private void happen(Effect effect, Duration lasts) {
        if (effect instanceof Effect.Refuse) {
            server.refuse();
            afterwards(lasts, server::accept);
        } else if (effect instanceof Effect.Crash crash) {
            server.kill();
            afterwards(lasts, () -> server.restart(config -> reborn(config, crash)));
        } else if (effect instanceof Effect.EngineDead) {
            server.engine().die();
            afterwards(lasts, () -> server.engine().revive());
        } else if (effect instanceof Effect.EngineHang) {
            server.engine().freeze();
            afterwards(lasts, () -> server.engine().thaw());
        }
    }

    private static RehearsalConfig reborn(RehearsalConfig config, Effect.Crash crash) {
        RehearsalConfig named = crash.model().isEmpty() ? config : config.withModel(crash.model());
        return crash.maxModelLength() == 0 ? named : named.withMaxModelLength(crash.maxModelLength());
    }

    private void afterwards(Duration wait, Runnable action) {
        if (!wait.isZero()) {
            later(wait, action);
        }
    }

    // Nobody waits for it: what it does is seen by the calls.
    @SuppressWarnings("FutureReturnValueIgnored")
    void later(Duration wait, Runnable action) {
        schedule(wait, action);
    }

    private Future<?> schedule(Duration wait, Runnable action) {
        return thread.schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
