package dev.grip.knowledge.merging;

/** Two mentions, by position with {@code first < second}, and the cosine of their names. */
record Pair(int first, int second, double score) {}
