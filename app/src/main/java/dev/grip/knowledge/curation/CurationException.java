package dev.grip.knowledge.curation;

/** A change by hand, or a question about one, that is refused; the message is meant for the person and nothing was changed. */
public final class CurationException extends RuntimeException {

    /** What kind of refusal it is. */
    public enum Kind {
        /** Something named is not there. */
        UNKNOWN,
        /** It does not fit the graph as it is. */
        CONFLICT,
        /** It would fit no graph. */
        INVALID
    }

    private final Kind kind;

    public CurationException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
