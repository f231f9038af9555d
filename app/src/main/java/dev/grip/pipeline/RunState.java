package dev.grip.pipeline;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    PLANNED,
    RUNNING,
    CANCELLING,
    CANCELLED,
    FAILED,
    DONE;

    /** Whether nothing more will happen to the run. */
    public boolean ended() {
        return this == CANCELLED || this == FAILED || this == DONE;
    }

    /** The word kept in the graph and shown to people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
