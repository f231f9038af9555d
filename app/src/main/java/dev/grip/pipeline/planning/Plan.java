package dev.grip.pipeline.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run will take and give, before any of it is spent. {@code rehearsal} is true when simulated models answer: then no number says
 * anything about a model's yield. {@code basis} says where the numbers come from, {@code runs} of which runs. {@code gpuHours} and
 * {@code cost} are null while nothing is configured for {@code unpriced} models: unknown, not free. {@code command} starts the run.
 */
public record Plan(
        boolean rehearsal,
        Basis basis,
        List<String> runs,
        List<PlannedKind> kinds,
        long combinations,
        @Nullable Long made,
        List<PlannedStage> stages,
        Interval calls,
        Interval promptTokens,
        Interval completionTokens,
        Interval seconds,
        @Nullable Interval gpuHours,
        @Nullable Interval cost,
        String currency,
        List<String> unpriced,
        Interval rows,
        List<String> notes,
        @Nullable String command) {

    Plan with(List<String> moreNotes, @Nullable String newCommand) {
        return new Plan(
                rehearsal,
                basis,
                runs,
                kinds,
                combinations,
                made,
                stages,
                calls,
                promptTokens,
                completionTokens,
                seconds,
                gpuHours,
                cost,
                currency,
                unpriced,
                rows,
                java.util.stream.Stream.concat(notes.stream(), moreNotes.stream())
                        .toList(),
                newCommand);
    }
}
