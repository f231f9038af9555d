package dev.grip.bench;

/** A benchmark cannot go on, because what it measures does not do what it should. */
final class BenchException extends RuntimeException {

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
