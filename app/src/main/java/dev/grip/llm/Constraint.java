package dev.grip.llm;

import java.util.List;

/**
 * What an answer may be, for servers that can enforce it: nothing but a value, or a JSON object whose only field {@code field}
 * has the value. Whether it was enforced is never taken for granted: the answer is checked like any other.
 */
public sealed interface Constraint {

    String field();

    /** One of these words. */
    record Choice(String field, List<String> words) implements Constraint {
        public Choice {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no word to choose from for " + field + "; give at least one");
            }
        }
    }

    /** A decimal number from 0 to 1. */
    record Share(String field) implements Constraint {}
}
