package dev.grip.pipeline.work;

import dev.grip.llm.Charge;
import dev.grip.pipeline.spending.Ledger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Ledger ledger;
    private final RunSpend spend;
    private final AtomicLong kept = new AtomicLong();
    private volatile Runnable spending = () -> {};
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

    private record Order(Halt halt, @Nullable String message) {}

    /** Thrown where the next call would have begun. */
    static final class Halted extends RuntimeException {
        Halted() {
            super("halted", null, false, false);
        }
    }

    /** {@code ledger} has what the run used before. */
    public RunControl(String run, long term, Ledger ledger) {
        this.run = run;
        this.term = term;
        this.ledger = ledger;
        this.spend = new RunSpend(run, term);
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
            case PAUSE, BUDGET -> 0;
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

    /** What the run's calls used, of all processes before and of this one. */
    public Ledger ledger() {
        return ledger;
    }

    /** What its calls used in this process, as it is stored. */
    RunSpend spend() {
        return spend;
    }

    /** {@code look} is run whenever something was spent or accepted. */
    public void onSpending(Runnable look) {
        spending = look;
    }

    /** How many rows were accepted, of all processes before and of this one. */
    public long kept() {
        return kept.get();
    }

    /** One more row is accepted, or was before this process began. */
    public void keep(long more) {
        kept.addAndGet(more);
        spending.run();
    }

    /** Counts ended calls; their answers are stored, after a wait of so many nanoseconds. */
    void charged(List<Charge> charges, long waited) {
        ledger.add(charges);
        ledger.stored(charges, waited);
        spending.run();
    }

    /** Makes a call, unless the run is halted: then it throws {@link Halted}. */
    <T> T call(Supplier<T> call) {
        if (halted() != null) {
            throw new Halted();
        }
        return call.get();
    }
}
