package dev.grip.cli;

import dev.grip.knowledge.calibration.FilterTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The quality filter's answers to labelled names as a confusion table, and the names whose fate it gets wrong. */
final class FilterTable {

    private static final int MOST = 12;
    private static final int WIDTH = 80;

    private final Terminal terminal;

    FilterTable(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(FilterTrial trial) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold("Quality filter " + trial.model()));
        if (trial.rehearsal()) {
            lines.add("  " + terminal.warned("rehearsal: a simulated model; its figures say nothing of a real one"));
        }
        lines.add(share("verdict as a person's", trial.right(), trial.names()));
        lines.add(share("kept or dropped rightly", trial.rightFate(), trial.names()));
        lines.add("");
        lines.addAll(confusion(trial));
        lines.add("  Kept or dropped wrongly:" + (trial.mistakes().isEmpty() ? " none" : ""));
        for (var mistake :
                trial.mistakes().subList(0, Math.min(MOST, trial.mistakes().size()))) {
            var verdicts = mistake.expected() + ", said " + mistake.answered();
            lines.add(Lines.shortened(String.format(Locale.ROOT, "    %-31s %s", verdicts, mistake.text()), WIDTH));
        }
        if (trial.mistakes().size() > MOST) {
            lines.add("    and " + (trial.mistakes().size() - MOST) + " more (--json shows all)");
        }
        return lines;
    }

    private static String share(String label, int some, int all) {
        double share = all == 0 ? 0 : (double) some / all;
        return Lines.row(label, some + " of " + all + ", " + KnowledgeTable.percent(share));
    }

    private List<String> confusion(FilterTrial trial) {
        var lines = new ArrayList<String>();
        trial.confusion().forEach((expected, answers) -> {
            if (lines.isEmpty()) {
                lines.add(terminal.faint(row("a person says", answers.keySet())));
            }
            lines.add(row(expected, answers.values()));
        });
        return lines;
    }

    private static String row(String label, Iterable<?> cells) {
        var row = new StringBuilder(String.format(Locale.ROOT, "  %-13s", label));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, " %12s", cell)));
        return row.toString();
    }
}
