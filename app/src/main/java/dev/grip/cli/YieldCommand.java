package dev.grip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "yield",
        description = "Shows what came of a run's combinations by kind and, in a steered run, by round and region.",
        sortOptions = false)
final class YieldCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The run; 'grip status' lists them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        try (var session = common.open()) {
            var terminal = common.terminal();
            var yields = session.grip().yields(id);
            if (common.json()) {
                terminal.json(yields);
            } else {
                YieldTable.lines(terminal, id, session.grip().rehearsal(), yields)
                        .forEach(terminal::print);
            }
            return ExitCode.OK;
        }
    }
}
