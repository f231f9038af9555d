package dev.grip.pipeline.runs;

/** A run cannot do now what is asked of it; the message says why and what is possible. */
public final class RunConflictException extends RuntimeException {

    RunConflictException(String message) {
        super(message);
    }
}
