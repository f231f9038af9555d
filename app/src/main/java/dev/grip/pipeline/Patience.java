package dev.grip.pipeline;

import dev.grip.graph.GraphException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a database that has gone: the work of a run is kept in memory meanwhile, and because no slice ends, no new one is
 * begun. Thread-safe.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Duration longest;

    Patience(Duration longest) {
        this.longest = longest;
    }

    /** Does idempotent work on the database, again and again while that is away; an interrupt ends the wait with the failure. */
    <T> T keep(Supplier<T> work) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return work.get();
            } catch (GraphException e) {
                if (!e.away() || System.nanoTime() - end > 0 || !paused()) {
                    throw e;
                }
                LOG.warn("Results are kept until Neo4j is back: {}", e.getMessage());
            }
        }
    }

    private static boolean paused() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
