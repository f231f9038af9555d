package dev.grip.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dump",
        description = "Writes the knowledge base as sorted JSON Lines: the same bytes for the same knowledge.",
        sortOptions = false)
final class DumpCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; one that is there is replaced.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--evidence", description = "Also what was found about pairs of mentions.")
    private boolean evidence;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        Usage.require(!Files.isDirectory(file), file + " is a folder: name a file");
        try (var session = common.open()) {
            var lines = session.grip().knowledge().dump(file, evidence);
            if (common.json()) {
                common.terminal().json(Map.of("file", file, "lines", lines));
            } else {
                common.terminal().print(Lines.count(lines, "line") + " written to " + file);
            }
        }
        return ExitCode.OK;
    }
}
