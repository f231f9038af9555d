package dev.grip.cli;

import dev.grip.knowledge.ExtractionReport;
import dev.grip.pipeline.Grip;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "extract",
        description = "Finds, filters and merges the knowledge points of seeds that have none yet.",
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        try (var session = common.open()) {
            var report = session.grip().extract(common.progress());
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
        terminal.print(Lines.row("seeds read", Lines.count(report.seeds())));
        terminal.print(Lines.row("mentions", Lines.count(report.mentions())));
        terminal.print(Lines.row("mentions judged", Lines.count(report.judged())));
        terminal.print(Lines.row("questions about pairs", Lines.count(report.questions())));
        terminal.print(Lines.row(
                "questions left unasked",
                Lines.count(report.merging().questions().unasked())));
        terminal.print(Lines.row("knowledge points made", Lines.count(report.knowledgePoints())));
        terminal.print(Lines.row("named by a model", Lines.count(report.named())));
        report.merging().rebuild().first().forEach(terminal::print);
        terminal.print(Lines.row("seeds without an answer", Lines.count(report.failed())));
        CallTable.lines(terminal, grip.modelsAtWork().calls()).forEach(terminal::print);
    }
}
