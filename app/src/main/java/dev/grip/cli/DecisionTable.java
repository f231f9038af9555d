package dev.grip.cli;

import dev.grip.knowledge.calibration.GraphFigures;
import dev.grip.knowledge.calibration.GraphFigures.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the filters decided in a graph, as lines of text. */
final class DecisionTable {

    private static final String COLUMNS = "  %-14s %10s %8s  %s";
    private static final String SIZES = "  %-25s %10s";
    private static final int WIDTH = 80;
    private static final int LARGE = 5;

    private final Terminal terminal;

    DecisionTable(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(GraphFigures figures) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold("The graph"));
        if (figures.rehearsal()) {
            lines.add("  " + terminal.warned("rehearsal: simulated models decided here"));
        }
        if (figures.mentions().isEmpty()) {
            lines.add("  no mentions yet; 'grip import' and 'grip extract' bring them");
            return lines;
        }
        lines.addAll(decided("mentions", figures.mentions()));
        lines.add("");
        lines.addAll(decided("pairs", figures.pairs()));
        lines.add("");
        lines.addAll(sizes(figures.knowledgePoints()));
        return lines;
    }

    private List<String> decided(String what, List<Decided> rows) {
        var lines = new ArrayList<String>();
        lines.add(terminal.faint(String.format(Locale.ROOT, COLUMNS, what, "number", "asked", "decided by")));
        long all = 0;
        long asked = 0;
        for (var row : rows) {
            all += row.count();
            asked += row.asked();
            lines.add(line(row.verdict(), row.count(), row.asked(), row.decidedBy()));
        }
        lines.add(line("all", all, asked, ""));
        return lines;
    }

    private static String line(String verdict, long number, long asked, String decidedBy) {
        var line = String.format(Locale.ROOT, COLUMNS, verdict, Lines.count(number), Lines.count(asked), decidedBy);
        return Lines.shortened(line.stripTrailing(), WIDTH);
    }

    /** Knowledge points with many mentions stand in one line. */
    private List<String> sizes(List<GraphFigures.Size> sizes) {
        var lines = new ArrayList<String>();
        lines.add(terminal.faint(String.format(Locale.ROOT, SIZES, "knowledge points with", "number")));
        long large = 0;
        for (var size : sizes) {
            if (size.mentions() >= LARGE) {
                large += size.knowledgePoints();
            } else {
                lines.add(size(Lines.count(size.mentions(), "mention"), size.knowledgePoints()));
            }
        }
        lines.add(size(LARGE + " mentions or more", large));
        return lines;
    }

    private static String size(String label, long number) {
        return String.format(Locale.ROOT, SIZES, label, Lines.count(number));
    }
}
