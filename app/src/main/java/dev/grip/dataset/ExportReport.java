package dev.grip.dataset;

import java.nio.file.Path;
import java.util.List;

/** What an export wrote: its folder and files, rows written, rows removed as duplicates and as benchmark problems. */
public record ExportReport(
        Path directory, List<Path> files, long rows, long duplicates, long contaminated, boolean rehearsal) {

    public ExportReport {
        files = List.copyOf(files);
    }
}
