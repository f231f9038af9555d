package dev.grip.cli;

import dev.grip.pipeline.spending.Budget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a run stops. */
final class BudgetOptions {

    @Option(
            names = "--max-cost",
            paramLabel = "X",
            description = "Stops at this cost, in the currency of the settings' prices.")
    private @Nullable Double maxCost;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "Stops after being carried out for so long, such as 90m, 36h or 2d.")
    private @Nullable String maxTime;

    @Option(names = "--target-rows", paramLabel = "N", description = "Stops at N accepted rows.")
    private @Nullable Long targetRows;

    Budget budget() {
        return Usage.checked(() -> Budget.of(maxCost, maxTime, targetRows));
    }
}
