package dev.grip.pipeline.runs;

import dev.grip.pipeline.work.DaemonThreads;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second what is wanted of the runs of this process, and keeps their leases every five. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long LOOK_MILLIS = 1000;
    private static final long KEEP_MILLIS = 5000;

    private final Map<String, ActiveRun> runs;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(2, DaemonThreads.named("grip-watch"));

    Watch(Map<String, ActiveRun> runs) {
        this.runs = runs;
        var unusedLook = timer.scheduleWithFixedDelay(
                () -> each(ActiveRun::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedKeep = timer.scheduleWithFixedDelay(
                () -> each(ActiveRun::keepLease), KEEP_MILLIS, KEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void each(Consumer<ActiveRun> look) {
        for (ActiveRun run : runs.values()) {
            try {
                look.accept(run);
            } catch (RuntimeException e) {
                // The database may be away; the next round looks again.
                LOG.debug("Run {} could not be looked at", run.control().run(), e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
