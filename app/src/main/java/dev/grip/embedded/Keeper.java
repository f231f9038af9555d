package dev.grip.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running: when its process ends without being asked to, it is started again on the ports it had, at first at once,
 * then after growing waits up to {@link #LONGEST_WAIT}. Thread-safe.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Supplier<Launched> again;
    private final Thread thread = new Thread(this::keep, "grip-neo4j-keeper");
    private volatile Launched launched;
    private volatile boolean closed;

    /** A process and what others may know of it. */
    record Launched(ServerProcess process, RunningServer server) {}

    /** {@code again} starts the server once more and throws when that fails. */
    Keeper(Launched first, Supplier<Launched> again) {
        this.launched = first;
        this.again = again;
        thread.setDaemon(true);
        thread.start();
    }

    /** The server that was started last. */
    RunningServer server() {
        return launched.server();
    }

    private void keep() {
        try {
            while (!closed) {
                int exit = launched.process().await();
                if (!closed) {
                    LOG.warn(
                            "Neo4j (process {}) ended unexpectedly with exit code {}: it is started again",
                            launched.server().pid(),
                            exit);
                    startAgain();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                launched = again.get();
                LOG.info("Neo4j is back as process {}", launched.server().pid());
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("Neo4j could not be started again; the next attempt is in {} s", wait.toSeconds(), e);
                }
            }
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Stops the server for good. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = join();
        if (launched.process().alive()) {
            launched.process().stop();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing is being started any more; whether this thread was interrupted. */
    private boolean join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
