package dev.grip.llm;

/** A call got no answer, but may get one another time: nothing can be concluded from it. The message says what happened. */
public final class UnansweredException extends RuntimeException {

    private final FailureCategory category;

    public UnansweredException(FailureCategory category, String message) {
        super(message);
        this.category = category;
    }

    public FailureCategory category() {
        return category;
    }
}
