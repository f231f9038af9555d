package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.RunRequest;
import dev.grip.pipeline.RunState;
import dev.grip.pipeline.RunStatus;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description = "Makes new problems from combinations, judged, solved and judged again.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip run --kinds ONE_HOP,TWO_HOP --limit 500 --seed 7",
            "  grip run --cypher 'MATCH (a:KnowledgePoint)-[r:CO_OCCURS]->(b) WHERE r.weight >= $least",
            "                     RETURN [a, b] AS knowledgePoints' --param least=3",
            "",
            "Waits for the end. Ctrl-C stops the run in order: what is in flight is finished and kept."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Selection selection;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        var request = selection.request();
        var cancel = new AtomicReference<@Nullable Runnable>();
        try (var stop = Stop.onRequest(() -> cancel(cancel.get()));
                var session = common.open(common.settings(), stop)) {
            var run = perform(session.grip(), request, cancel, stop);
            show(session.grip(), run);
            return run.state() == RunState.DONE ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private RunStatus perform(Grip grip, RunRequest request, AtomicReference<@Nullable Runnable> cancel, Stop stop)
            throws InterruptedException {
        var run = grip.launch(request);
        cancel.set(() -> grip.cancel(run.id()));
        if (stop.requested()) {
            grip.cancel(run.id());
        }
        return grip.await(run.id(), common.progress());
    }

    private void cancel(@Nullable Runnable cancel) {
        common.note("Stopping: what is in flight is finished first ...");
        if (cancel != null) {
            cancel.run();
        }
    }

    private void show(Grip grip, RunStatus run) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(run);
            return;
        }
        RunTable.block(terminal, run).forEach(terminal::print);
        CallTable.lines(terminal, grip.modelsAtWork().calls()).forEach(terminal::print);
    }
}
