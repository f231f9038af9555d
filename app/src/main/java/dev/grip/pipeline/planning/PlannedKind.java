package dev.grip.pipeline.planning;

import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one kind: combinations that there are, that are chosen, and that are made already (null: not looked up); the rows
 * that will be accepted of those chosen, and from how many combinations of the kind that is known (0: from other kinds or assumed).
 */
public record PlannedKind(
        String kind, long available, long chosen, @Nullable Long made, Interval rows, long seen, double share) {}
