package dev.grip.knowledge;

/** Two mentions, by position with {@code first < second}, and the cosine of their names. */
record Pair(int first, int second, double score) {}
