package dev.grip.llm;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for chat calls: those that a thread makes while it does charged work are told to that work's account, call by call and on
 * the same thread. Calls of other work cost nobody. Thread-safe.
 */
public final class Charging {

    private static final ThreadLocal<@Nullable Open> OPEN = new ThreadLocal<>();

    private Charging() {}

    private static final class Open {
        private final Consumer<Charge> account;
        private long nanos;

        Open(Consumer<Charge> account) {
            this.account = account;
        }
    }

    /** Does the work; {@code account} is told each of its calls when that has ended, before the caller has its answer. */
    public static <T> T to(Consumer<Charge> account, Supplier<T> work) {
        Open outer = OPEN.get();
        OPEN.set(new Open(account));
        try {
            return work.get();
        } finally {
            if (outer == null) {
                OPEN.remove();
            } else {
                OPEN.set(outer);
            }
        }
    }

    /** A request of this thread's call was out for so long. */
    public static void wasOut(long nanos) {
        Open open = OPEN.get();
        if (open != null) {
            open.nanos += nanos;
        }
    }

    /** This thread's call has ended. */
    public static void ended(String stage, String model, Usage usage) {
        Open open = OPEN.get();
        if (open != null) {
            long nanos = open.nanos;
            open.nanos = 0;
            open.account.accept(new Charge(stage, model, usage, nanos));
        }
    }
}
