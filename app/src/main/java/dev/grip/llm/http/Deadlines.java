package dev.grip.llm.http;

import java.time.Duration;

/**
 * How long a call may take: in all, until its first event, and between two events. The latter two hold for streams only;
 * comments that merely keep a connection alive are no events.
 */
public record Deadlines(Duration whole, Duration first, Duration idle) {

    /** Which of them. */
    public enum Kind {
        WHOLE("an answer"),
        FIRST("a first token"),
        IDLE("another token");

        private final String awaited;

        Kind(String awaited) {
            this.awaited = awaited;
        }

        /** What did not come, as a phrase. */
        public String awaited() {
            return awaited;
        }
    }

    /** For an answer that comes in one piece. */
    public static Deadlines of(Duration whole) {
        return new Deadlines(whole, whole, whole);
    }

    Duration of(Kind kind) {
        return switch (kind) {
            case WHOLE -> whole;
            case FIRST -> first;
            case IDLE -> idle;
        };
    }
}
