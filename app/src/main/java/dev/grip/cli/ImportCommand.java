package dev.grip.cli;

import dev.grip.seeds.ImportReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Reads solved problems, one JSON object a line. Bad lines are reported, good ones kept.",
        sortOptions = false,
        footerHeading = "%nFields:%n",
        footer = {
            "  problem and solution; optional id, answer, subject, level, knowledge_points.",
            "  The field names of MATH (type) and GSM8K (question, answer with ####) are understood too.",
            "",
            "Examples:",
            "  grip import train.jsonl more.jsonl",
            "  zcat train.jsonl.gz | grip import -",
            "",
            "The exit code is 0 when at least one line could be used, 1 when none could."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSONL files; - reads the standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<String> files;

    @Option(
            names = "--without-knowledge-points",
            description = "Ignores knowledge points in the files, so that 'grip extract' finds them.")
    private boolean withoutKnowledgePoints;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws IOException {
        SeedFiles.require(files);
        var reports = new ArrayList<ImportReport>();
        try (var session = common.open()) {
            for (var file : files) {
                reports.add(SeedFiles.read(session.grip(), file, common.terminal(), !withoutKnowledgePoints));
            }
        }
        show(reports);
        return reports.stream().anyMatch(report -> report.added() + report.present() > 0)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private void show(List<ImportReport> reports) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(reports);
            return;
        }
        ImportLines.show(terminal, reports);
    }
}
