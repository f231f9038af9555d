package dev.grip.rehearsal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that happens soon, with a generous bound. */
final class Until {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private Until() {}

    static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + BOUND + ": " + what);
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
