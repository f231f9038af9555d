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

    static String summary(ImportReport report) {
        return Lines.count(report.added(), "seed") + " added, " + Lines.count(report.present()) + " already present, "
                + Lines.count(report.rejected(), "line") + " rejected";
    }
}
