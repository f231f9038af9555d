package dev.grip.pipeline.spending;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one model costs: {@code gpus} of all its servers together, each at {@code gpuHour} for as long as the run is carried out, and
 * tokens by the million. Null where nothing is configured; a model with neither GPUs nor a price of tokens has no known cost.
 */
public record ModelPrice(
        int gpus, @Nullable Double gpuHour, @Nullable Double promptMillion, @Nullable Double completionMillion) {

    private static final double MILLION = 1e6;
    private static final double HOUR = 3600;

    /** Whether anything is said about it at all. */
    boolean known() {
        return gpus > 0 ? gpuHour != null : promptMillion != null || completionMillion != null;
    }

    /** GPU hours of a run that is carried out for so long. */
    double gpuHours(double seconds) {
        return gpus * seconds / HOUR;
    }

    /** What so many tokens cost. */
    public double tokens(double prompt, double completion) {
        return prompt / MILLION * or(promptMillion) + completion / MILLION * or(completionMillion);
    }

    /** Whether tokens have a price of their own. */
    public boolean tokensPriced() {
        return promptMillion != null || completionMillion != null;
    }

    /** What a second of its GPUs costs. */
    public double second() {
        return gpus / HOUR * or(gpuHour);
    }

    /** What these tokens cost, with that share of the GPU hours; empty if the price is not known. */
    OptionalDouble cost(Used used, double gpuHours) {
        return known()
                ? OptionalDouble.of(
                        tokens((double) used.promptTokens(), (double) used.completionTokens()) + gpuHours * or(gpuHour))
                : OptionalDouble.empty();
    }

    private static double or(@Nullable Double price) {
        return price == null ? 0 : price;
    }
}
