package dev.grip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description =
                "Goes on with a run here that was paused, cancelled, failed or left alone, and waits for its end.",
        sortOptions = false)
final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The run; 'grip status' lists them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BudgetOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        var budget = options.budget();
        return RunFollowing.follow(common, grip -> grip.resume(id, budget));
    }
}
