package dev.grip.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when a person presses Ctrl-C or the system stops the process: the virtual machine waits until the
 * command has closed this, or {@link #PATIENCE} has passed.
 */
final class Stop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Not a failure: somebody asked for it. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("Stopped", null, false, false);
        }
    }

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean begun;

    private Stop(Runnable action) {
        this.hook = new Thread(() -> stop(action), "stop");
    }

    /** Calls {@code action} when the process is asked to stop. Close it last, after everything the command has opened. */
    static Stop onRequest(Runnable action) {
        var stop = new Stop(action);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** As if the process were asked. */
    void ask() {
        asked.countDown();
    }

    private void stop(Runnable action) {
        ask();
        action.run();
        if (!begun) {
            return;
        }
        try {
            finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the process is asked to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** From now on there is something to end in order; before, the process just ends, and a database that starts ends with it. */
    void begin() {
        begun = true;
        check();
    }

    /** Throws {@link Stopped} once the process is asked to stop. */
    void check() {
        if (requested()) {
            throw new Stopped();
        }
    }

    boolean requested() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // The request came just now; the hook finds the work finished.
                hook.setName("stop (done)");
            }
        }
    }
}
