package dev.grip.knowledge.merging;

/** What cosines mean for the embedding model, and how many questions a mention may have for itself. */
public record MergingRules(Bounds bounds, int questionsPerMention) {}
