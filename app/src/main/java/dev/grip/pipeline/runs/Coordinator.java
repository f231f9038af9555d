package dev.grip.pipeline.runs;

import dev.grip.pipeline.queue.SliceTask;
import dev.grip.pipeline.queue.WorkQueue;
import dev.grip.pipeline.storage.Patience;
import dev.grip.pipeline.work.Halt;
import dev.grip.pipeline.work.RunControl;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one run from where it stands to where it ends: plans slices ahead of the work, hands them to the queue, and publishes
 * again what nobody works on. How it ends is kept as the run's state, whatever happened.
 */
final class Coordinator {

    private static final Logger LOG = LoggerFactory.getLogger(Coordinator.class);
    private static final Duration WAIT = Duration.ofMillis(25);
    private static final long RECONCILE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RunRepository repository;
    private final RunLease lease;
    private final RunControl control;
    private final Planner planner;
    private final SlicePlan slices;
    private final WorkQueue queue;
    private final RunSettings settings;
    private final long epoch;
    private final Patience patience = new Patience("The run waits, and what was made is");

    private final Deque<SliceTask> pending = new ArrayDeque<>();
    private long reconciled = System.nanoTime();
    private final AtomicReference<@Nullable String> changed = new AtomicReference<>();
    private @Nullable String notice;

    /** {@code epoch} is that of the graph on which the run was begun. */
    Coordinator(
            RunRepository repository,
            RunLease lease,
            RunControl control,
            Planner planner,
            SlicePlan slices,
            WorkQueue queue,
            RunSettings settings,
            long epoch) {
        this.epoch = epoch;
        this.repository = repository;
        this.lease = lease;
        this.control = control;
        this.planner = planner;
        this.slices = slices;
        this.queue = queue;
        this.settings = settings;
    }

    void carryOut() {
        try {
            prepare();
            while (control.halted() == null && step()) {
                // Each step plans, publishes or waits a moment.
            }
        } catch (LeaseLostException lost) {
            control.halt(Halt.LOST, lost.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            control.halt(Halt.PAUSE, null);
        } catch (RuntimeException | Error e) {
            // An Error as well, such as a lack of memory: otherwise the run would seem to go on for ever.
            LOG.error("Run {} failed", lease.run(), e);
            control.fail(e);
        }
        waitForWhatIsInFlight();
    }

    /** Somebody saw that the graph is another one now; what follows from it happens at the next step. */
    void graphChanged(String how) {
        changed.compareAndSet(null, how);
    }

    private void handleGraphChange(String how) {
        if (settings.onGraphChange() == GraphChange.STOP) {
            control.halt(
                    Halt.FAILURE,
                    "The knowledge points or edges changed under this run: " + how
                            + ". What it finished is kept. Start the run again to choose combinations from the graph"
                            + " as it is, or set pipeline.on-graph-change to finish and resume it");
        } else if (!planner.complete()) {
            planner.stop();
            notice = "The knowledge points or edges changed under this run: " + how + ". Its " + planner.planned()
                    + " planned combinations are worked on to the end, no more are planned; start the run again for"
                    + " those of the graph as it is";
            LOG.warn("Run {}: {}", lease.run(), notice);
            repository.total(lease.run(), planner.planned());
        }
    }

    /** What a person should know about a run that went on; null if nothing. */
    @Nullable
    String notice() {
        long aside = control.halted() == null ? slices.count().setAside() : 0;
        String failed = aside == 0
                ? null
                : (aside == 1 ? "1 combination was" : aside + " combinations were")
                        + " set aside because calls for them failed again and again (the log says"
                        + " how): 'grip run --resume " + lease.run() + "' tries them again";
        return Stream.of(planner.notice(), notice, failed)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + ". " + other)
                .orElse(null);
    }

    /** Whether there is nothing left to do, although the run was halted. */
    boolean finished() {
        return planner.complete() && patience.keep(slices::open).isEmpty();
    }

    private void prepare() {
        patience.keep(() -> {
            slices.reopen();
            planner.begin(slices.count().slices());
            return true;
        });
        long now = patience.keep(repository::epoch);
        if (now != epoch) {
            handleGraphChange("the KPRG was at epoch " + epoch + " and is at " + now);
        }
        if (control.halted() == null && planner.whole()) {
            plan();
        } else {
            pending.addAll(patience.keep(slices::open));
        }
        if (control.halted() == null) {
            patience.keep(() -> repository.move(lease, RunState.RUNNING, null, null));
        }
    }

    /** Whether there is more to do. */
    private boolean step() throws InterruptedException {
        String how = changed.getAndSet(null);
        if (how != null) {
            handleGraphChange(how);
        }
        boolean planned = !planner.complete() && roomToPlan() && plan();
        boolean published = publish();
        if (planned || published) {
            return true;
        }
        boolean idle = pending.isEmpty() && planner.complete() && queue.size() == 0;
        if (idle || System.nanoTime() - reconciled > RECONCILE_NANOS) {
            boolean open = reconcile();
            return open || !idle;
        }
        TimeUnit.NANOSECONDS.sleep(WAIT.toNanos());
        return true;
    }

    private boolean roomToPlan() {
        if (!planner.inRounds()) {
            return ahead() < settings.planAhead();
        }
        return ahead() == 0 && patience.keep(slices::open).isEmpty();
    }

    private long ahead() {
        return (long) (pending.size() + queue.size()) * settings.slice();
    }

    private boolean plan() {
        try {
            pending.addAll(patience.keep(planner::plan));
            if (planner.complete()) {
                patience.keep(() -> {
                    repository.total(lease.run(), planner.planned());
                    return true;
                });
            }
        } catch (GraphChangedException other) {
            handleGraphChange(String.valueOf(other.getMessage()));
        }
        return true;
    }

    /** As many as the queue takes without waiting; whether there was one. */
    private boolean publish() throws InterruptedException {
        boolean any = false;
        while (!pending.isEmpty() && queue.publish(pending.peekFirst(), Duration.ZERO)) {
            pending.removeFirst();
            any = true;
        }
        return any;
    }

    /** Publishes again what is neither done nor waiting; whether there is any such slice. */
    private boolean reconcile() {
        reconciled = System.nanoTime();
        if (pending.isEmpty()) {
            pending.addAll(patience.keep(slices::open));
        }
        return !pending.isEmpty();
    }

    private void waitForWhatIsInFlight() {
        try {
            while (queue.size() > 0) {
                TimeUnit.NANOSECONDS.sleep(WAIT.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
