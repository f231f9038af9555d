package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.seeds.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String STANDARD_INPUT = "-";

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
        for (var file : files) {
            var given = file.equals(STANDARD_INPUT) || Files.exists(Path.of(file));
            Usage.require(given, "There is no file " + file);
            // Not isRegularFile: a pipe, such as a shell's <(zcat ...), is a file as well.
            Usage.require(!Files.isDirectory(Path.of(file)), file + " is a folder: name the files in it");
            Usage.require(file.equals(STANDARD_INPUT) || Files.isReadable(Path.of(file)), file + " cannot be read");
        }
        var reports = new ArrayList<ImportReport>();
        try (var session = common.open()) {
            for (var file : files) {
                reports.add(importOne(session.grip(), file));
            }
        }
        show(reports);
        return reports.stream().anyMatch(report -> report.added() + report.present() > 0)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private ImportReport importOne(Grip grip, String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return grip.importSeeds(common.terminal().in(), "stdin", !withoutKnowledgePoints);
        }
        var path = Path.of(file);
        try (InputStream lines = Files.newInputStream(path)) {
            return grip.importSeeds(lines, String.valueOf(path.getFileName()), !withoutKnowledgePoints);
        }
    }

    private void show(List<ImportReport> reports) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(reports);
            return;
        }
        for (var report : reports) {
            ImportLines.of(report).forEach(terminal::note);
            terminal.print((reports.size() > 1 ? report.source() + ": " : "") + ImportLines.summary(report));
        }
    }
}
