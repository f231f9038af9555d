package dev.grip.web;

import dev.grip.dataset.ExportRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to export, as JSON. Callers name folders and files but never choose paths: the API neither writes nor reads outside
 * {@code exports/} and {@code benchmarks/} of the data folder.
 */
@Schema(description = "What to export")
record ExportBody(
        @Schema(description = "The folder's name under exports/; the run's id or \"all\" without it", nullable = true)
                @Nullable
                String name,
        @Schema(description = "Only this run; everything accepted without it", nullable = true) @Nullable String run,
        @Schema(description = "Files in benchmarks/ of the data folder, whose problems are kept out", nullable = true)
                @Nullable
                List<String> benchmarks) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /** Throws IllegalArgumentException for a name that is none or a benchmark that is not there. */
    ExportRequest toRequest(Path data) {
        var folder = name != null ? name : run != null ? run : "all";
        var files = benchmarks == null ? List.<String>of() : benchmarks;
        return new ExportRequest(
                data.resolve("exports").resolve(checked("name", folder)),
                run,
                files.stream().map(file -> benchmark(data, file)).toList());
    }

    private static Path benchmark(Path data, String file) {
        var path = data.resolve("benchmarks").resolve(checked("benchmarks", file));
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("benchmarks: there is no file " + path);
        }
        return path;
    }

    private static String checked(String field, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is '" + value
                    + "'; it may hold letters, digits, '.', '_' and '-', and not start with '.' or '-'");
        }
        return value;
    }
}
