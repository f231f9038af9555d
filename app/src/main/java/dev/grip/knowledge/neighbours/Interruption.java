package dev.grip.knowledge.neighbours;

import java.util.concurrent.CancellationException;

/** Ends a search whose thread was interrupted; the flag stays set. */
final class Interruption {

    private Interruption() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted while looking for near pairs");
        }
    }

    /** Does work that must be done even now, such as cleaning up over a connection that an interruption would close. */
    static void shield(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
