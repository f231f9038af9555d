package dev.grip.llm;

import java.util.Locale;
import java.util.Optional;

/** What came back from a chat call; expected trouble is a value, not an exception. */
public sealed interface Answer {

    /** The text that may be parsed or kept; empty for an answer that has none. */
    default String text() {
        return "";
    }

    /** Whether the model finished its answer. */
    default boolean complete() {
        return false;
    }

    /** A word for counting: {@code complete}, {@code truncated}, {@code empty}, {@code refused} or the failure's category. */
    String outcome();

    /** The outcome with what is known about it, for the record of an answer that cannot be used. */
    default String trouble() {
        return outcome();
    }

    /** Tokens as the server counted them; none for an answer that failed. */
    default Usage usage() {
        return Usage.NONE;
    }

    /** Why there is no answer; empty unless the call failed. */
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

    /** An answer cut off at {@code max_tokens}, or by the server because it went round in circles. */
    record Truncated(String text, Usage usage) implements Answer {
        @Override
        public String outcome() {
            return "truncated";
        }
    }

    /** An answer without content, such as one that only reasoned. */
    record Empty(Usage usage) implements Answer {
        @Override
        public String outcome() {
            return "empty";
        }
    }

    /** The model, or a filter before it, declined to answer; {@code text} is what it said. */
    record Refused(String text, Usage usage) implements Answer {
        @Override
        public String outcome() {
            return "refused";
        }

        @Override
        public String trouble() {
            return outcome() + ": " + text;
        }
    }

    /** What the server sent after all attempts cannot be read as an answer; {@code raw} is the beginning of it. */
    record Malformed(String raw, String message) implements Answer {
        @Override
        public Optional<FailureCategory> failure() {
            return Optional.of(FailureCategory.MALFORMED);
        }

        @Override
        public String outcome() {
            return "malformed";
        }

        @Override
        public String trouble() {
            return outcome() + ": " + message + "; it sent: " + raw;
        }
    }

    /** No answer after all attempts; {@code message} names the server, the model and what to do. */
    record Failed(FailureCategory category, String message) implements Answer {
        @Override
        public Optional<FailureCategory> failure() {
            return Optional.of(category);
        }

        @Override
        public String outcome() {
            return category.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String trouble() {
            return outcome() + ": " + message;
        }
    }
}
