package dev.grip.dataset;

/** A dataset that could not be written; the message names the folder and what to do. */
public final class ExportException extends RuntimeException {

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
