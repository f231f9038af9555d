package dev.grip.knowledge.merging;

/** What is known of two names before a model is asked. */
enum Relation {
    SAME,
    DISTINCT,
    UNKNOWN
}
