package dev.grip.pipeline.storage;

import dev.grip.graph.GraphException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a database that has gone, takes no writes or has no room: the work of a run is kept in memory meanwhile, and because
 * nothing is stored, soon no new work is begun. It waits for as long as the process lives. Thread-safe.
 */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

    private final String what;
    private long lastWord = System.nanoTime() - BETWEEN_WORDS.toNanos();

    /** {@code what} is kept until the database is back, for the log. */
    public Patience(String what) {
        this.what = what;
    }

    /** Does idempotent work on the database, again and again while that is away; an interrupt ends the wait with the failure. */
    public <T> T keep(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (GraphException e) {
                if (!e.away() || !paused(e)) {
                    throw e;
                }
            }
        }
    }

    /** Waits a moment because of this failure; false when interrupted. */
    boolean paused(RuntimeException because) {
        say(because);
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void say(RuntimeException because) {
        long now = System.nanoTime();
        if (now - lastWord >= BETWEEN_WORDS.toNanos()) {
            lastWord = now;
            LOG.warn("{} kept until Neo4j is back: {}", what, because.getMessage());
        }
    }
}
