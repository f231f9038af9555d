package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.seeds.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of seeds as a command line names them; {@code -} is the standard input. */
final class SeedFiles {

    private static final String STANDARD_INPUT = "-";

    private SeedFiles() {}

    /** Refuses what is not there, is a folder or cannot be read, before anything is started. */
    static void require(List<String> files) {
        for (var file : files) {
            var given = file.equals(STANDARD_INPUT) || Files.exists(Path.of(file));
            Usage.require(given, "There is no file " + file);
            // Not isRegularFile: a pipe, such as a shell's <(zcat ...), is a file as well.
            Usage.require(!Files.isDirectory(Path.of(file)), file + " is a folder: name the files in it");
            Usage.require(file.equals(STANDARD_INPUT) || Files.isReadable(Path.of(file)), file + " cannot be read");
        }
    }

    static ImportReport read(Grip grip, String file, Terminal terminal, boolean withKnowledgePoints)
            throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return grip.importSeeds(terminal.in(), "stdin", withKnowledgePoints);
        }
        var path = Path.of(file);
        try (InputStream lines = Files.newInputStream(path)) {
            return grip.importSeeds(lines, String.valueOf(path.getFileName()), withKnowledgePoints);
        }
    }
}
