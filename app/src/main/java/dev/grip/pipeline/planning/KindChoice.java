package dev.grip.pipeline.planning;

import org.jspecify.annotations.Nullable;

/**
 * Combinations of one kind: how many there are, how many of them are chosen, and how many of these have their problem already
 * ({@code made}; null when that was not looked up).
 */
public record KindChoice(String kind, long available, long chosen, @Nullable Long made) {

    /** How many have to be made, as far as is known. */
    long fresh() {
        return made == null ? chosen : chosen - made;
    }

    KindChoice choosing(long other) {
        return new KindChoice(kind, available, other, made == null ? null : (Long) Math.min(made, other));
    }
}
