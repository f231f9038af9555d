package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RunStatus;
import java.util.function.Function;

/** Tells the process that carries out a run what a person wants, and shows the run as it stands then. */
final class RunWish {

    private RunWish() {}

    /** Returns the exit code. */
    static int ask(Common common, Function<Grip, RunStatus> wish) {
        try (var session = common.open()) {
            var run = wish.apply(session.grip());
            var terminal = common.terminal();
            if (common.json()) {
                terminal.json(run);
            } else {
                RunTable.block(terminal, run).forEach(terminal::print);
            }
            return ExitCode.OK;
        }
    }
}
