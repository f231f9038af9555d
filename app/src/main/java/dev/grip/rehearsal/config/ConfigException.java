package dev.grip.rehearsal.config;

import java.io.Serial;

/** A key or value in a configuration that does not work; the message names it and what does. */
public final class ConfigException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
