package dev.grip.llm.fleet;

/** The configuration under {@code models} cannot be used; the message names the key, the value and what to write. */
public final class ModelSettingsException extends RuntimeException {

    ModelSettingsException(String message) {
        super(message);
    }

    ModelSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
