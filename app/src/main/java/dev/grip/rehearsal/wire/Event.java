package dev.grip.rehearsal.wire;

/** One server-sent event: what it is about, and the text after {@code data: }. */
public record Event(Kind kind, String data) {

    /** The last event of a stream. */
    public static final Event DONE = new Event(Kind.DONE, "[DONE]");

    /** What events of a stream are about. */
    public enum Kind {
        ROLE,
        TEXT,
        FINISH,
        USAGE,
        ERROR,
        DONE
    }
}
