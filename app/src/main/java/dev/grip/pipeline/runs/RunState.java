package dev.grip.pipeline.runs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a run stands, and where it may go from there. */
public enum RunState {
    /** Waits for its turn, or for its combinations to be chosen. */
    PLANNED,
    RUNNING,
    /** Somebody wants it to pause: what is in flight is being finished. */
    PAUSING,
    PAUSED,
    /** Somebody wants it to end: what is in flight is being finished. */
    CANCELLING,
    CANCELLED,
    /** Something it needs was not there; its message says what. */
    FAILED,
    DONE;

    /** Whether nothing more happens to the run unless somebody wants it to go on. */
    public boolean ended() {
        return this == CANCELLED || this == FAILED || this == DONE;
    }

    /**
     * The states that may follow. A run whose coordinator died goes to {@code PLANNED}, {@code PAUSED} or {@code CANCELLED} from
     * wherever it was; one that is done goes on only if combinations were set aside.
     */
    Set<RunState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.complementOf(EnumSet.of(DONE));
            case RUNNING -> EnumSet.complementOf(EnumSet.of(RUNNING));
            case PAUSING -> EnumSet.of(PLANNED, PAUSED, CANCELLING, CANCELLED, FAILED, DONE);
            case PAUSED -> EnumSet.of(PLANNED, CANCELLED);
            case CANCELLING -> EnumSet.of(PLANNED, CANCELLED, FAILED);
            case CANCELLED, DONE -> EnumSet.of(PLANNED);
            case FAILED -> EnumSet.of(PLANNED, CANCELLED);
        };
    }

    /** The words of the states from which one may come to this one. */
    List<String> before() {
        return Arrays.stream(values())
                .filter(state -> state.next().contains(this))
                .map(RunState::word)
                .toList();
    }

    /** The word kept in the graph and shown to people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
