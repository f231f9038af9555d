package dev.grip.pipeline;

import dev.grip.graph.GraphException;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.runs.Runs;
import java.time.Duration;

/** Follows a run of this process to its end and passes its steps on to a progress display. */
final class RunWatch {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Runs runs;
    private final ModelFleet fleet;
    private final String id;
    private final Progress progress;
    private long shown;
    private boolean started;

    RunWatch(Runs runs, ModelFleet fleet, String id, Progress progress) {
        this.runs = runs;
        this.fleet = fleet;
        this.id = id;
        this.progress = progress;
    }

    RunStatus await() throws InterruptedException {
        while (!runs.join(id, LOOK)) {
            look();
        }
        RunStatus ended = status();
        show(ended);
        if (started) {
            String end = ended.state() == RunState.DONE ? "" : ended.state().word() + " after ";
            progress.finish(end + ended.problems() + " problems, " + ended.problemsPassed() + " passed, "
                    + ended.accepted() + " with an accepted solution");
        }
        return ended;
    }

    /** While the database is away the run waits, and so does who follows it. */
    private void look() {
        try {
            show(status());
        } catch (GraphException e) {
            if (!e.away()) {
                throw e;
            }
        }
    }

    private RunStatus status() {
        return runs.status(id).orElseThrow(() -> new IllegalArgumentException("There is no run '" + id + "'"));
    }

    private void show(RunStatus status) {
        if (status.state() == RunState.PLANNED) {
            return;
        }
        if (!started) {
            progress.start("run", status.combinations(), status.done());
            started = true;
            shown = status.done();
        }
        // At the end nothing is known of the pace any more, and what was said before does not hold.
        progress.detail(runs.pace(id)
                .map(pace -> RunLine.of(status, RunProgress.of(pace, fleet.roles())))
                .orElse(""));
        if (status.done() > shown) {
            progress.advance(status.done() - shown);
            shown = status.done();
        }
    }
}
