package dev.grip.rehearsal.content;

import org.jspecify.annotations.Nullable;

/** What a model says: its thinking, if that goes into a field of its own, and its answer. */
public record Utterance(@Nullable String reasoning, String content) {

    /** An answer without thinking apart. */
    static Utterance of(String content) {
        return new Utterance(null, content);
    }
}
