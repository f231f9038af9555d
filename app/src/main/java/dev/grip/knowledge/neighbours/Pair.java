package dev.grip.knowledge.neighbours;

import java.util.Comparator;

/** Two mentions, by position with {@code first < second}, and the cosine of their names. */
public record Pair(int first, int second, double score) {

    /** Falling cosine; ties by position. */
    public static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble((Pair pair) -> -pair.score())
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second);
}
