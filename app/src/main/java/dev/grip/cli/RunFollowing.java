package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Budget;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out a run in this process to its end, or until a person stops it, which pauses it; then shows it. */
final class RunFollowing {

    private final Common common;
    private final AtomicReference<@Nullable Runnable> pause = new AtomicReference<>();

    private RunFollowing(Common common) {
        this.common = common;
    }

    /** {@code start} launches or resumes the run. Returns the exit code. */
    static int follow(Common common, Function<Grip, RunStatus> start) throws InterruptedException {
        return new RunFollowing(common).follow(start);
    }

    private int follow(Function<Grip, RunStatus> start) throws InterruptedException {
        try (var stop = Stop.onRequest(this::pause);
                var session = common.open(common.settings(), stop)) {
            var run = perform(session.grip(), start, stop);
            show(session.grip(), run);
            return run.state() == RunState.DONE || Budget.stopped(run.notice()) ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private RunStatus perform(Grip grip, Function<Grip, RunStatus> start, Stop stop) throws InterruptedException {
        var run = start.apply(grip);
        if (run.state() == RunState.DONE) {
            common.note("Run " + run.id() + " is done already; nothing is made twice.");
            return run;
        }
        pause.set(() -> grip.pause(run.id()));
        if (stop.requested()) {
            grip.pause(run.id());
        }
        return grip.await(run.id(), common.progress());
    }

    private void pause() {
        common.note("Pausing: what is in flight is finished first ...");
        var action = pause.get();
        if (action != null) {
            action.run();
        }
    }

    private void show(Grip grip, RunStatus run) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(run);
            return;
        }
        RunTable.block(terminal, run).forEach(terminal::print);
        grip.spend(run.id())
                .map(spend -> SpendTable.lines(terminal, spend))
                .orElse(List.of())
                .forEach(terminal::print);
        CallTable.lines(terminal, grip.modelsAtWork().calls()).forEach(terminal::print);
    }
}
