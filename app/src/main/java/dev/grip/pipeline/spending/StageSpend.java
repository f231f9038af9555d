package dev.grip.pipeline.spending;

import org.jspecify.annotations.Nullable;

/**
 * What one model used for one stage. {@code seconds} are those that requests were out, added up over all that were out at once;
 * {@code gpuHours} and {@code cost} are its share of the model's by these seconds, null where nothing is configured.
 */
public record StageSpend(
        String stage,
        String model,
        long calls,
        long promptTokens,
        long completionTokens,
        double seconds,
        @Nullable Double gpuHours,
        @Nullable Double cost) {}
