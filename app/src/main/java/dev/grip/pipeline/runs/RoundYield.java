package dev.grip.pipeline.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of one kind in one region of the KPRG in one round of a run, from 1; a run that is not steered has a single round 0 and no
 * regions, and neither has one that is steered by kind alone. {@code combinations} were chosen, {@code done} are through,
 * {@code accepted} became rows.
 */
public record RoundYield(
        int round,
        String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String region,
        long combinations,
        long done,
        long accepted) {}
