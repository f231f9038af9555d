package dev.grip.llm;

/** A model server that is needed cannot be used; the message names the server, the model and what to do. */
public final class ModelServerException extends RuntimeException {

    private final FailureCategory category;

    public ModelServerException(FailureCategory category, String message) {
        super(message);
        this.category = category;
    }

    public FailureCategory category() {
        return category;
    }
}
