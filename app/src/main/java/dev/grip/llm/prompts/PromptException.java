package dev.grip.llm.prompts;

/** A prompt file cannot be used; the message names the file, what is wrong and what to write. */
public final class PromptException extends RuntimeException {

    PromptException(String message) {
        super(message);
    }

    PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
