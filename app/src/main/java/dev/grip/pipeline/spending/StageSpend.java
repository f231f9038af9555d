package dev.grip.pipeline.spending;

import org.jspecify.annotations.Nullable;

/**
 * What one model used for one stage, and where the time of its calls went. {@code gpuHours} and {@code cost} are its share of the
 * model's by the time that requests were at the server, null where nothing is configured.
 */
public record StageSpend(
        String stage,
        String model,
        long calls,
        long promptTokens,
        long completionTokens,
        StageTime time,
        @Nullable Double gpuHours,
        @Nullable Double cost) {}
