package dev.grip.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Makes new problems from combinations, judged, solved and judged again.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip run --kinds ONE_HOP,TWO_HOP --limit 500 --seed 7",
            "  grip run --selection strongest-novel-pairs --param minWeight=3 --limit 50",
            "  grip run --cypher 'MATCH (a:KnowledgePoint)-[r:CO_OCCURS]->(b) WHERE r.weight >= $least",
            "                     RETURN [a, b] AS knowledgePoints' --param least=3",
            "",
            "Waits for the end. Ctrl-C pauses the run in order: what is in flight is finished and kept. The same",
            "command again goes on with it, as does 'grip run --resume ID'; a run that is done is shown.",
            "A run that has reached its budget is paused as well, and goes on with a larger one. It may use more than",
            "its budget by what is in flight then: at most one call of each combination (pipeline.calls)."
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "Goes on with this run, instead of choosing combinations.")
    private @Nullable String resume;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Selection selection;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BudgetOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        var id = resume;
        Usage.require(
                id == null || selection.empty(), "--resume goes on with a run as it was begun: leave the rest out");
        var request = id == null ? selection.request() : null;
        var budget = options.budget();
        return RunFollowing.follow(
                common,
                grip -> request == null ? grip.resume(String.valueOf(id), budget) : grip.launch(request, budget));
    }
}
