package dev.grip.pipeline;

import dev.grip.graph.GraphException;
import dev.grip.llm.ModelServerException;
import dev.grip.pipeline.runs.Orphan;
import dev.grip.pipeline.runs.RunConflictException;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.work.DaemonThreads;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every five seconds for runs whose process died, and takes them over: one that was to pause or end is settled, any other one
 * goes on in this process, unless it killed three in a row. What cannot be taken over, such as a run of another configuration, is said once and tried every minute.
 */
final class Adoption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Grip grip;
    private final Supplier<List<Orphan>> orphans;
    private final Consumer<String> notice;
    private final Map<String, Refusal> refused = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("grip-adoption"));

    /** Why a run could not be taken over, and when that was tried (nanoseconds of the system's timer). */
    private record Refusal(String why, long at) {}

    Adoption(Grip grip, Supplier<List<Orphan>> orphans, Consumer<String> notice) {
        this.grip = grip;
        this.orphans = orphans;
        this.notice = notice;
        var unused = timer.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            orphans.get().forEach(this::adopt);
        } catch (GraphException away) {
            LOG.debug("Orphans cannot be looked for", away);
        } catch (RuntimeException e) {
            LOG.error("Orphans cannot be looked for", e);
        }
    }

    private void adopt(Orphan orphan) {
        Refusal before = refused.get(orphan.run());
        if (before != null && System.nanoTime() - before.at() < AGAIN.toNanos()) {
            return;
        }
        try {
            String what = takeOver(orphan);
            say("Run " + orphan.run() + " was " + orphan.state().word() + " when " + orphan.owner() + " died: " + what);
            refused.remove(orphan.run());
        } catch (RunConflictException | ModelServerException | IllegalArgumentException refusal) {
            String why = String.valueOf(refusal.getMessage());
            refused.put(orphan.run(), new Refusal(why, System.nanoTime()));
            if (before == null || !why.equals(before.why())) {
                say("Run " + orphan.run() + " was left by " + orphan.owner() + " and cannot go on here: " + why);
            }
        }
    }

    private String takeOver(Orphan orphan) {
        return switch (orphan.state()) {
            case PAUSING -> "it is " + grip.pause(orphan.run()).state().word() + " now";
            case CANCELLING -> "it is " + grip.cancel(orphan.run()).state().word() + " now";
            default -> {
                RunStatus run = grip.adopt(orphan.run());
                yield run.state() == RunState.FAILED ? "it is failed now. " + run.error() : "it goes on here";
            }
        };
    }

    private void say(String sentence) {
        LOG.info(sentence);
        notice.accept(sentence);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
