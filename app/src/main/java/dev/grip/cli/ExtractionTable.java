package dev.grip.cli;

import dev.grip.knowledge.ExtractionReport;
import dev.grip.pipeline.Grip;
import java.util.ArrayList;
import java.util.List;

/** An extraction as lines of text: its numbers, what it left, and the calls it took. */
final class ExtractionTable {

    private ExtractionTable() {}

    static List<String> lines(Terminal terminal, Grip grip, ExtractionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.title(terminal, "Extraction", grip.rehearsal()));
        lines.addAll(numbers(report));
        lines.addAll(CallTable.lines(terminal, grip.modelsAtWork().calls()));
        return lines;
    }

    private static List<String> numbers(ExtractionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.row("seeds read", Lines.count(report.seeds())));
        lines.add(Lines.row("mentions", Lines.count(report.mentions())));
        lines.add(Lines.row("mentions judged", Lines.count(report.judged())));
        lines.add(Lines.row("questions about pairs", Lines.count(report.questions())));
        lines.add(Lines.row(
                "questions left unasked",
                Lines.count(report.merging().questions().unasked())));
        lines.add(Lines.row("knowledge points made", Lines.count(report.knowledgePoints())));
        lines.add(Lines.row("named by a model", Lines.count(report.named())));
        lines.add(Lines.row("seeds without an answer", Lines.count(report.failed())));
        lines.addAll(report.merging().rebuild().first());
        var left = report.left();
        if (left.seeds() + left.mentions() > 0) {
            lines.add("Left so far: " + Lines.count(left.seeds()) + " seeds without names and "
                    + Lines.count(left.mentions())
                    + " names without a verdict. Ask again: grip extract --retry-failed");
        }
        if (left.olderPrompt() > 0) {
            lines.add(Lines.count(left.olderPrompt())
                    + " seeds were read with an older version of the extraction prompt; their names stay.");
        }
        return lines;
    }
}
