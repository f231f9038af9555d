package dev.grip.pipeline.planning;

import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one model in one stage. {@code measured} is false when its numbers are assumptions; {@code cost} is that of its
 * tokens, null without a price for tokens.
 */
public record PlannedStage(
        String stage,
        String model,
        Interval calls,
        Interval promptTokens,
        Interval completionTokens,
        @Nullable Interval cost,
        boolean measured) {}
