package dev.grip.cli;

import dev.grip.dataset.ExportReport;
import dev.grip.pipeline.Funnel;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** What the demo shows when its work is done. */
final class DemoReport {

    private final Terminal terminal;

    DemoReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Everything the demo made, in numbers. */
    record Result(Funnel funnel, RunStatus run, ExportReport export) {}

    List<String> lines(Result result) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(Lines.title(terminal, "GRIP demo", result.funnel().rehearsal()));
        lines.addAll(FunnelTable.lines(result.funnel()));
        var run = result.run();
        if (run.state() != RunState.DONE) {
            var error = run.error();
            var reason = run.state().word() + (error == null ? "" : ": " + error);
            lines.add(Lines.row("run " + run.id(), terminal.bad(reason)));
        }
        lines.add("");
        // Scripts read the path from this line, so it stays plain.
        lines.add("  dataset   " + result.export().directory());
        return lines;
    }
}
