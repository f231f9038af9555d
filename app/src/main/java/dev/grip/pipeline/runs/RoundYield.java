package dev.grip.pipeline.runs;

/**
 * What came of one kind in one round of a run, from 1; a run that is not steered has a single round 0. {@code combinations} were chosen,
 * {@code done} are through, {@code accepted} became rows.
 */
public record RoundYield(int round, String kind, long combinations, long done, long accepted) {}
