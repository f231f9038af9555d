package dev.grip.cli;

import dev.grip.pipeline.Funnel;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RunStatus;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = "Shows how many of everything there are and all runs, or one run.",
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The run to show.")
    private @Nullable String id;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    /** What {@code --json} prints without an id. */
    record Status(Funnel funnel, List<RunStatus> runs) {}

    @Override
    public Integer call() {
        try (var session = common.open()) {
            return id == null ? all(session.grip()) : one(session.grip(), id);
        }
    }

    private int one(Grip grip, String run) {
        var terminal = common.terminal();
        var status = grip.run(run);
        if (status.isEmpty()) {
            terminal.error("There is no run '" + run + "'; 'grip status' lists them");
            return ExitCode.FAILED;
        }
        if (common.json()) {
            terminal.json(status.get());
        } else {
            RunTable.block(terminal, status.get()).forEach(terminal::print);
            YieldTable.steering(terminal, grip.yields(run)).forEach(terminal::print);
            grip.spend(run)
                    .map(spend -> SpendTable.lines(terminal, spend))
                    .orElse(List.of())
                    .forEach(terminal::print);
        }
        return ExitCode.OK;
    }

    private int all(Grip grip) {
        var terminal = common.terminal();
        var status = new Status(grip.funnel(), grip.runs());
        if (common.json()) {
            terminal.json(status);
            return ExitCode.OK;
        }
        terminal.print(Lines.title(terminal, "GRIP status", status.funnel().rehearsal()));
        FunnelTable.lines(status.funnel()).forEach(terminal::print);
        terminal.print("");
        if (status.runs().isEmpty()) {
            terminal.print("  no runs yet; 'grip run' starts one");
        } else {
            RunTable.table(terminal, status.runs()).forEach(terminal::print);
        }
        return ExitCode.OK;
    }
}
