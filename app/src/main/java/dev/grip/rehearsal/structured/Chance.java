package dev.grip.rehearsal.structured;

import java.util.List;

/** Draws whole numbers; the same draws give the same answers. */
@FunctionalInterface
public interface Chance {

    /** A whole number from 0 to {@code bound} - 1. */
    int below(int bound);

    /** One of these, each as likely as the others. */
    default <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
