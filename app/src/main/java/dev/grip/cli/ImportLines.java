package dev.grip.cli;

import dev.grip.seeds.ImportReport;
import java.util.ArrayList;
import java.util.List;

/** An import as lines of text: the first bad lines, then the sum. */
final class ImportLines {

    static final int SHOWN = 20;

    private ImportLines() {}

    static List<String> of(ImportReport report) {
        var lines = new ArrayList<String>();
        report.bad().stream()
                .limit(SHOWN)
                .forEach(bad -> lines.add(report.source() + ", line " + bad.line() + ": " + bad.reason()));
        var hidden = report.rejected() - Math.min(SHOWN, report.bad().size());
        if (hidden > 0) {
            lines.add("... and " + Lines.count(hidden) + " more");
        }
        return lines;
    }

    /** Notes about bad lines, and the sums; with several files each sum says which it is of. */
    static void show(Terminal terminal, List<ImportReport> reports) {
        for (var report : reports) {
            of(report).forEach(terminal::note);
            terminal.print((reports.size() > 1 ? report.source() + ": " : "") + summary(report));
        }
    }

    static String summary(ImportReport report) {
        return Lines.count(report.added(), "seed") + " added, " + Lines.count(report.present()) + " already present, "
                + Lines.count(report.rejected(), "line") + " rejected";
    }
}
