package dev.grip.cli;

import dev.grip.combinations.CensusRow;
import dev.grip.knowledge.KprgReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The KPRG's size and its census as lines of text. */
final class GraphTable {

    private GraphTable() {}

    static List<String> kprg(Terminal terminal, KprgReport report, boolean rehearsal) {
        return List.of(
                Lines.title(terminal, "KPRG", rehearsal),
                Lines.row("knowledge points", Lines.count(report.nodes())),
                Lines.row("edges", Lines.count(report.edges())),
                Lines.row("epoch", report.epoch() + (report.changed() ? "" : "   (nothing changed)")));
    }

    static List<String> census(Terminal terminal, List<CensusRow> rows, boolean rehearsal) {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.title(terminal, "Combinations", rehearsal));
        lines.add(terminal.faint(row("kind", "size", "count", "novel")));
        rows.forEach(row -> lines.add(
                row(row.kind(), String.valueOf(row.size()), Lines.count(row.count()), Lines.count(row.novel()))));
        return lines;
    }

    private static String row(String kind, String size, String count, String novel) {
        return String.format(Locale.ROOT, "  %-12s %5s %14s %14s", kind, size, count, novel);
    }
}
