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
        private CallTime time = CallTime.NONE;

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

    /** This thread's call has spent this time. */
    public static void spent(CallTime time) {
        Open open = OPEN.get();
        if (open != null) {
            open.time = open.time.plus(time);
        }
    }

    /** This thread's call has ended. */
    public static void ended(String stage, String model, Usage usage) {
        Open open = OPEN.get();
        if (open != null) {
            CallTime time = open.time;
            open.time = CallTime.NONE;
            open.account.accept(new Charge(stage, model, usage, time));
        }
    }
}
