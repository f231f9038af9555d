package dev.grip.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running: when its process ends without being asked to, or says that it can do nothing more, it is started again on
 * the ports it had, as soon as there is room on its disk. A start that fails is repeated after growing waits up to
 * {@link #LONGEST_WAIT}. Thread-safe.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Without so much room (bytes) a start may end in the same error. */
    private static final long ROOM = 32L << 20;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Supplier<Launched> again;
    private final Probe probe;
    private final DataFolder data;
    private final Thread thread = new Thread(this::keep, "grip-neo4j-keeper");
    private volatile Launched launched;
    private volatile boolean closed;

    /** A process and what others may know of it. */
    record Launched(ServerProcess process, RunningServer server) {}

    /** {@code again} starts the server once more and throws when that fails; {@code probe} is closed with this. */
    Keeper(Launched first, Supplier<Launched> again, Probe probe, DataFolder data) {
        this.launched = first;
        this.again = again;
        this.probe = probe;
        this.data = data;
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
                if (launched.process().ended(LOOK)) {
                    LOG.warn(
                            "Neo4j (process {}) ended unexpectedly with exit code {}: it is started again",
                            launched.server().pid(),
                            launched.process().exitCode());
                    startAgain();
                } else if (probe.ask() == Probe.Reply.BROKEN) {
                    LOG.warn("Neo4j has met an error after which it does nothing more: it is restarted, see its log");
                    launched.process().kill();
                    startAgain();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        awaitRoom();
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

    private void awaitRoom() throws InterruptedException {
        if (data.room() < ROOM) {
            LOG.error(
                    "There is no room on the disk of {}: Neo4j is started again when {} MB are free",
                    data.root(),
                    ROOM >> 20);
        }
        while (data.room() < ROOM) {
            TimeUnit.NANOSECONDS.sleep(FIRST_WAIT.toNanos());
        }
    }

    /** Stops the server for good. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = join();
        stop(launched.process());
        probe.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In order, but not one that is broken: it would still append half a transaction to its log and never recover. */
    private void stop(ServerProcess process) {
        if (!process.alive()) {
            return;
        }
        if (probe.ask() == Probe.Reply.BROKEN) {
            process.kill();
        } else {
            process.stop();
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
