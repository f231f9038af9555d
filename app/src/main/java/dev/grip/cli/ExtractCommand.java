package dev.grip.cli;

import dev.grip.knowledge.ExtractionReport;
import dev.grip.pipeline.Grip;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "extract",
        description = "Finds, filters and merges the knowledge points of seeds that have none yet.",
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Option(
            names = "--retry-failed",
            description = "Asks again about seeds and names whose answers could not be used before.")
    private boolean retryFailed;

    @Override
    public Integer call() {
        try (var session = common.open()) {
            var report = session.grip().extract(common.progress(), retryFailed);
            if (common.json()) {
                common.terminal().json(report);
            } else {
                show(session.grip(), report);
            }
            return report.seeds() > 0 && report.failed() == report.seeds() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private void show(Grip grip, ExtractionReport report) {
        var terminal = common.terminal();
        terminal.print(Lines.title(terminal, "Extraction", grip.rehearsal()));
        lines(report).forEach(terminal::print);
        CallTable.lines(terminal, grip.modelsAtWork().calls()).forEach(terminal::print);
    }

    private static List<String> lines(ExtractionReport report) {
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
