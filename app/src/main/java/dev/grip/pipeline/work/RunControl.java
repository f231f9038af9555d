package dev.grip.pipeline.work;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run under way in this process, as those who work for it see it: under which term, and whether new calls may begin. All calls of
 * the run pass {@link #call}. Thread-safe.
 */
public final class RunControl {

    private final String run;
    private final long term;
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

    private record Order(Halt halt, @Nullable String message) {}

    /** Thrown where the next call would have begun. */
    static final class Halted extends RuntimeException {
        Halted() {
            super("halted", null, false, false);
        }
    }

    public RunControl(String run, long term) {
        this.run = run;
        this.term = term;
    }

    public String run() {
        return run;
    }

    public long term() {
        return term;
    }

    /** Begins no more calls. The first reason stays, except that a lost lease outweighs all and a wish to cancel one to pause. */
    public void halt(Halt halt, @Nullable String message) {
        order.updateAndGet(
                before -> before == null || weight(halt) > weight(before.halt) ? new Order(halt, message) : before);
    }

    /** Begins no more calls because of this failure, in words for people. */
    public void fail(Throwable because) {
        halt(Halt.FAILURE, words(because));
    }

    private static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return "This process ran out of memory (" + cause.getMessage() + "): give Java more, such as -Xmx4g, or"
                        + " lower pipeline.calls, then resume the run; what is stored is kept";
            }
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static int weight(Halt halt) {
        return switch (halt) {
            case PAUSE -> 0;
            case FAILURE -> 1;
            case CANCEL -> 2;
            case LOST -> 3;
        };
    }

    /** Why no more calls begin; null while they do. */
    public @Nullable Halt halted() {
        Order given = order.get();
        return given == null ? null : given.halt;
    }

    /** What was said with {@link #halted}. */
    public @Nullable String message() {
        Order given = order.get();
        return given == null ? null : given.message;
    }

    /** Makes a call of this stage, unless the run is halted: then it throws {@link Halted}. */
    <T> T call(Stage stage, Supplier<T> call) {
        if (halted() != null) {
            throw new Halted();
        }
        return call.get();
    }
}
