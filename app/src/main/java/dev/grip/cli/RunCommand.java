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
            "command again goes on with it, as does 'grip run --resume ID'; a run that is done is shown."
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
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        var id = resume;
        Usage.require(
                id == null || selection.empty(), "--resume goes on with a run as it was begun: leave the rest out");
        var request = id == null ? selection.request() : null;
        return RunFollowing.follow(
                common, grip -> request == null ? grip.resume(String.valueOf(id)) : grip.launch(request));
    }
}
