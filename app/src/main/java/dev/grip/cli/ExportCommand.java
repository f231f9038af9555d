package dev.grip.cli;

import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.pipeline.Grip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes what passed every check as training data, each row with its origin.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip export                                   everything, to exports/all in the data folder",
            "  grip export --run RUN --out dataset --benchmark test.jsonl"
        })
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write (default: exports/RUN or exports/all).")
    private @Nullable Path out;

    @Option(names = "--run", paramLabel = "ID", description = "Only this run (default: everything accepted).")
    private @Nullable String run;

    @Option(
            names = "--benchmark",
            paramLabel = "FILE",
            description = "Keeps the problems of this file out; may be repeated.")
    private List<Path> benchmarks = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        benchmarks.forEach(file -> Usage.require(Files.isRegularFile(file), "There is no benchmark file " + file));
        try (var session = common.open()) {
            var grip = session.grip();
            if (run != null && grip.run(run).isEmpty()) {
                common.terminal().error("There is no run '" + run + "'; 'grip status' lists them");
                return ExitCode.FAILED;
            }
            show(grip.export(new ExportRequest(directory(grip), run, benchmarks)));
            return ExitCode.OK;
        }
    }

    private Path directory(Grip grip) {
        return out != null ? out : grip.places().data().resolve("exports").resolve(run == null ? "all" : run);
    }

    private void show(ExportReport report) {
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(report);
            return;
        }
        terminal.print(Lines.title(terminal, "Export", report.rehearsal()));
        terminal.print(Lines.row("rows", Lines.count(report.rows())));
        terminal.print(Lines.row("left out: duplicates", Lines.count(report.duplicates())));
        terminal.print(Lines.row("left out: in benchmarks", Lines.count(report.contaminated())));
        terminal.print("  dataset   " + report.directory());
        report.files().forEach(file -> terminal.print("            " + file.getFileName()));
    }
}
