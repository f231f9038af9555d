package dev.grip.kprg.runtime;

/** Told now and then what a long computation is at, in words for whoever waits for it. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody: for computations that are short or run in a test. */
    Progress NONE = details -> {};

    void tell(String details);
}
