package dev.grip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        description = "Asks a run to end, whichever process carries it out; what is in flight is finished and kept.",
        sortOptions = false)
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The run; 'grip status' lists them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        return RunWish.ask(common, grip -> grip.cancel(id));
    }
}
