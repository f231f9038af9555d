package dev.grip.cli;

import java.util.function.Supplier;

/** A command line that parses but cannot be meant; the message goes to the terminal and the exit code is 2. */
final class Usage extends RuntimeException {

    private Usage(String message) {
        super(message);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new Usage(message);
        }
    }

    /** The value, or bad usage when its options do not fit together. */
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException problem) {
            throw new Usage(String.valueOf(problem.getMessage()));
        }
    }
}
