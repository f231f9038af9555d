package dev.grip.kprg.runtime;

/** Asked every few thousand steps of a long computation; throws when nobody wants the result any more. */
@FunctionalInterface
public interface Cancellation {

    /** Never cancels: for computations that are short or run in a test. */
    Cancellation NEVER = () -> {};

    void check();

    /**
     * Told how far a long computation is.
     *
     * @param share of the step, from 0 to 1
     */
    default void at(String step, double share) {}
}
