package dev.grip.pipeline.queue;

/**
 * What is handed out: the {@code slice} (its id) of a {@code run}, its place {@code index} among the run's slices, and under which
 * {@code term} of the run's coordinator it was published. Work of an older term is not begun.
 */
public record SliceTask(String run, String slice, int index, long term) {}
