package dev.grip.llm;

import java.util.Locale;
import java.util.Optional;

/** What came back from a chat call; expected trouble is a value, not an exception. */
public sealed interface Answer {

    /** The text that may be parsed; empty for an answer that failed. */
    String text();

    /** Whether the model finished its answer. */
    boolean complete();

    /** A word for counting: {@code complete}, {@code truncated}, {@code empty} or the failure's category. */
    String outcome();

    /** Tokens as the server counted them; none for an answer that failed. */
    Usage usage();

    /** Why there is no answer; empty unless this is {@link Failed}. */
    default Optional<FailureCategory> failure() {
        return Optional.empty();
    }

    /** A finished answer ({@code finish_reason} stop). */
    record Complete(String text, Usage usage) implements Answer {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public String outcome() {
            return "complete";
        }
    }

    /** An answer cut off at {@code max_tokens}. */
    record Truncated(String text, Usage usage) implements Answer {
        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public String outcome() {
            return "truncated";
        }
    }

    /** An answer without content, such as one that only reasoned. */
    record Empty(Usage usage) implements Answer {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public String outcome() {
            return "empty";
        }
    }

    /** No answer after all attempts; {@code message} names the server, the model and what to do. */
    record Failed(FailureCategory category, String message) implements Answer {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public Usage usage() {
            return Usage.NONE;
        }

        @Override
        public Optional<FailureCategory> failure() {
            return Optional.of(category);
        }

        @Override
        public String outcome() {
            return category.name().toLowerCase(Locale.ROOT);
        }
    }
}
