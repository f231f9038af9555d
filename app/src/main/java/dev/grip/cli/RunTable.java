package dev.grip.cli;

import dev.grip.pipeline.runs.RunStatus;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs as lines of text: one run in a block, several in a table. */
final class RunTable {

    private static final String COLUMNS = "  %-26s %-10s %15s %9s %8s  %s";

    private RunTable() {}

    static List<String> block(Terminal terminal, RunStatus run) {
        var lines = new ArrayList<String>();
        lines.add(Lines.title(terminal, "Run " + run.id(), run.rehearsal()));
        lines.add(Lines.row("state", Lines.state(terminal, run.state())));
        lines.add(Lines.row("profile", run.profile()));
        lines.add(Lines.row("combinations", share(run)));
        lines.add(Lines.row("problems", parts(run.problems(), "passed", run.problemsPassed())));
        lines.add(Lines.row("solutions", parts(run.solutions(), "accepted", run.accepted())));
        if (run.failed() > 0) {
            lines.add(Lines.row("set aside after errors", terminal.bad(Lines.count(run.failed()))));
        }
        var owner = run.owner();
        if (owner != null) {
            lines.add(Lines.row("carried out by", owner));
        }
        lines.add(Lines.row("started", time(run)));
        var ended = run.endedAt();
        if (ended != null) {
            lines.add(Lines.row("took", run.createdAt().until(ended, ChronoUnit.SECONDS) + " s"));
        }
        var error = run.error();
        if (error != null) {
            lines.add(Lines.row("error", terminal.bad(error)));
        }
        var notice = run.notice();
        if (notice != null) {
            lines.add(Lines.row("notice", terminal.warned(notice)));
        }
        return lines;
    }

    static List<String> table(Terminal terminal, List<RunStatus> runs) {
        var lines = new ArrayList<String>();
        lines.add(terminal.faint(String.format(
                Locale.ROOT, COLUMNS, "run", "state", "combinations", "problems", "accepted", "started")));
        for (var run : runs) {
            lines.add(String.format(
                    Locale.ROOT,
                    COLUMNS,
                    run.id(),
                    run.state().word(),
                    share(run),
                    Lines.count(run.problems()),
                    Lines.count(run.accepted()),
                    time(run) + (run.rehearsal() ? "  rehearsal" : "")));
        }
        return lines;
    }

    private static String share(RunStatus run) {
        return Lines.count(run.done()) + " of " + Lines.count(run.combinations());
    }

    private static String parts(long all, String word, long some) {
        return String.format(Locale.ROOT, "%-9s %s %s", Lines.count(all), word, Lines.count(some));
    }

    private static String time(RunStatus run) {
        return run.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
