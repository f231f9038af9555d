package dev.grip.web;

import dev.grip.pipeline.spending.Budget;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a run stops, as JSON; what is left out stays as it was. */
@Schema(description = "Where a run stops; what is left out stays as it was")
record BudgetBody(
        @Schema(description = "Cost, in the currency of the configured prices", nullable = true) @Nullable
                Double maxCost,
        @Schema(description = "Time of being carried out, such as 90m, 36h or 2d", nullable = true) @Nullable
                String maxTime,
        @Schema(description = "Accepted rows", nullable = true) @Nullable Long targetRows) {

    /** Throws IllegalArgumentException for numbers that are no budget. */
    Budget toBudget() {
        return Budget.of(maxCost, maxTime, targetRows);
    }
}
