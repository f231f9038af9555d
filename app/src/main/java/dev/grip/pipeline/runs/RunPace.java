package dev.grip.pipeline.runs;

import org.jspecify.annotations.Nullable;

/**
 * How fast a run of this process has been over the last minute and what it has cost so far. {@code secondsLeft} is null while nothing
 * gets done, {@code cost} when a model has no price.
 */
public record RunPace(
        double combinationsPerSecond,
        double acceptedPerHour,
        @Nullable Double secondsLeft,
        @Nullable Double cost,
        String currency) {

    private static final double SECONDS_AN_HOUR = 3600;

    static RunPace of(Pace pace, @Nullable Double cost, String currency) {
        return new RunPace(pace.done(), pace.accepted() * SECONDS_AN_HOUR, pace.secondsLeft(), cost, currency);
    }
}
