package dev.grip.pipeline.runs;

import dev.grip.graph.GraphException;
import dev.grip.pipeline.storage.Patience;
import dev.grip.pipeline.work.Halt;
import dev.grip.pipeline.work.RunControl;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that this process coordinates: it waits for its turn, is carried out, and its state tells how it ended. */
final class ActiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);

    private final RunRepository repository;
    private final Leases leases;
    private final RunLease lease;
    private final RunControl control;
    private final Coordinator coordinator;
    private final long epoch;
    private final ActiveTime time;
    private final BudgetWatch budget;
    private final Runnable ended;
    private final Pace pace = new Pace();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Patience patience = new Patience("How the run ended is");

    ActiveRun(
            RunRepository repository,
            Leases leases,
            RunLease lease,
            RunControl control,
            Coordinator coordinator,
            long epoch,
            ActiveTime time,
            BudgetWatch budget,
            Runnable ended) {
        this.repository = repository;
        this.leases = leases;
        this.lease = lease;
        this.control = control;
        this.coordinator = coordinator;
        this.epoch = epoch;
        this.time = time;
        this.budget = budget;
        this.ended = ended;
    }

    RunControl control() {
        return control;
    }

    ActiveTime time() {
        return time;
    }

    BudgetWatch budget() {
        return budget;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    /** Carries the run out, unless it was halted while it waited for its turn. */
    void carryOut() {
        if (begun.compareAndSet(false, true)) {
            budget.look();
            if (control.halted() == null) {
                time.begin();
                RunMeters meters = new RunMeters(Metrics.globalRegistry, lease.run(), pace, control.ledger());
                try {
                    coordinator.carryOut();
                } finally {
                    meters.remove();
                }
            }
            end(() -> patience.keep(() -> {
                keepEnd();
                return true;
            }));
        }
    }

    Pace pace() {
        return pace;
    }

    /** Stops it for this reason; one that still waits for its turn ends at once. */
    void halt(Halt halt) {
        control.halt(halt, null);
        if (begun.compareAndSet(false, true)) {
            // It has nothing to lose: if the database is away now, its lease ends by itself.
            end(this::keepEnd);
        }
    }

    /** Looks whether somebody wants something of the run, and whether the graph is still the one it was planned on. */
    void look() {
        budget.look();
        RunRepository.Watched now = repository.watch(lease.run());
        pace.add(new Pace.Look(System.nanoTime(), now.done(), now.accepted(), now.all()));
        Halt wanted = wanted(now.state());
        if (wanted != null) {
            halt(wanted);
        }
        if (now.epoch() != epoch && changed.compareAndSet(false, true)) {
            coordinator.graphChanged("the KPRG was at epoch " + epoch + " and is at " + now.epoch());
        }
    }

    /** The settled states as well: while this process could not say that it is there, it may have been taken for gone. */
    private static @Nullable Halt wanted(RunState state) {
        return switch (state) {
            case PAUSING, PAUSED -> Halt.PAUSE;
            case CANCELLING, CANCELLED -> Halt.CANCEL;
            case PLANNED, RUNNING, FAILED, DONE -> null;
        };
    }

    /** Says that this process is still there, and notices when another one has taken over. */
    void keepLease() {
        if (!leases.keep(lease, time.millis()) && !done.isDone()) {
            control.halt(Halt.LOST, "Another process carries out the run now");
        }
    }

    /** A failure to say how it ended is that of a process which stops while the database is away. */
    private void end(Runnable keeping) {
        try {
            keeping.run();
        } catch (GraphException | IllegalStateException away) {
            LOG.warn("Run {} could not be ended in order: {}", lease.run(), away.getMessage());
        } finally {
            ended.run();
            done.complete(null);
        }
    }

    private void keepEnd() {
        Halt halt = control.halted();
        if (halt == Halt.LOST) {
            return;
        }
        RunState state = halt == Halt.BUDGET && coordinator.finished() ? RunState.DONE : state(halt);
        boolean atBudget = halt == Halt.BUDGET && state == RunState.PAUSED;
        String notice = atBudget ? control.message() : coordinator.notice();
        String error = state == RunState.FAILED ? control.message() : null;
        boolean moved = repository.move(lease, state, error, notice);
        if (!moved && repository.watch(lease.run()).state() == RunState.CANCELLING) {
            // Somebody cancelled it in the last moment.
            repository.move(lease, RunState.CANCELLED, null, notice);
        }
        leases.release(lease, time.millis());
    }

    private static RunState state(@Nullable Halt halt) {
        if (halt == null) {
            return RunState.DONE;
        }
        return switch (halt) {
            case PAUSE, BUDGET, LOST -> RunState.PAUSED;
            case CANCEL -> RunState.CANCELLED;
            case FAILURE -> RunState.FAILED;
        };
    }
}
