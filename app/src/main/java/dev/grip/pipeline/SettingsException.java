package dev.grip.pipeline;

/** A configuration that cannot be used; the message names the key, its value and what works. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }
}
