package dev.grip.pipeline.work;

import dev.grip.pipeline.queue.WorkQueue;
import dev.grip.pipeline.queue.WorkQueue.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes slices from the queue and carries out several at once, each in a slot; leases are renewed meanwhile. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final WorkQueue queue;
    private final SliceWork work;
    private final Function<String, @Nullable RunControl> runs;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final List<Thread> slots = new ArrayList<>();
    private final ScheduledExecutorService renewing =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("grip-leases"));
    private volatile boolean closed;

    /** {@code runs} gives the control of a run that may be worked on here; leases are renewed every {@code renewal}. */
    public Worker(
            WorkQueue queue, SliceWork work, Function<String, @Nullable RunControl> runs, int slots, Duration renewal) {
        this.queue = queue;
        this.work = work;
        this.runs = runs;
        long millis = renewal.toMillis();
        var unused = renewing.scheduleWithFixedDelay(
                () -> held.forEach(Lease::renew), millis, millis, TimeUnit.MILLISECONDS);
        for (int i = 1; i <= slots; i++) {
            Thread slot = new Thread(this::takeAndWork, "grip-slot-" + i);
            slot.setDaemon(true);
            slot.start();
            this.slots.add(slot);
        }
    }

    private void takeAndWork() {
        try {
            while (!closed) {
                Optional<Lease> lease = queue.take(LOOK);
                lease.ifPresent(this::carryOut);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Lease lease) {
        RunControl control = runs.apply(lease.task().run());
        if (control == null) {
            lease.done();
            return;
        }
        held.add(lease);
        try {
            work.carryOut(lease, control);
        } catch (RuntimeException | Error e) {
            // An Error as well: otherwise the run would wait for the slice for ever.
            LOG.error("Slice {} could not be worked on", lease.task().slice(), e);
            control.fail(e);
        } finally {
            held.remove(lease);
            // Without effect when the work has given it back already.
            lease.done();
        }
    }

    /** Takes no more slices and breaks off what is being worked on; halt runs first and wait, for an end in order. */
    @Override
    public void close() {
        closed = true;
        renewing.shutdownNow();
        slots.forEach(Thread::interrupt);
    }
}
