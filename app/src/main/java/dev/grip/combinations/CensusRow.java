package dev.grip.combinations;

/** How many combinations of one kind and size there are, and how many of them no single seed contains. */
public record CensusRow(String kind, int size, long count, long novel) {}
