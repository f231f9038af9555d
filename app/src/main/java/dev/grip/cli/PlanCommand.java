package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.planning.Plan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Tells what a run will take and give: combinations, calls, tokens, time, cost and rows.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip plan --kinds TWO_HOP --limit 5000",
            "  grip plan --pilot 100                       makes 100 combinations first, to measure",
            "  grip plan --target-rows 20000               which kinds, and how many of each",
            "  grip plan --max-cost 100 --max-time 36h",
            "",
            "Chooses combinations as 'grip run' does. Starts and writes nothing but the pilot, whose results are used",
            "again by the run. Numbers come from runs with the same configuration; without any, they are assumptions."
        })
final class PlanCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Selection selection;

    @Option(
            names = "--pilot",
            paramLabel = "N",
            description = "Makes N of the combinations first and takes the numbers from them.")
    private @Nullable Integer pilot;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BudgetOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        var request = selection.request();
        var budget = options.budget();
        var wanted = pilot;
        Usage.require(wanted == null || wanted > 0, "--pilot is " + wanted + "; it must be at least 1");
        try (var session = common.open()) {
            Grip grip = session.grip();
            show(wanted == null ? grip.plan(request, budget) : grip.plan(request, budget, wanted, common.progress()));
            return ExitCode.OK;
        }
    }

    private void show(Plan plan) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(plan);
        } else {
            PlanTable.lines(terminal, plan).forEach(terminal::print);
        }
    }
}
