package dev.grip.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to export and where: a folder, one run or (null) everything accepted, and benchmark files to keep out. */
public record ExportRequest(Path directory, @Nullable String run, List<Path> benchmarks) {

    public ExportRequest {
        benchmarks = List.copyOf(benchmarks);
    }

    /** This request with more benchmarks to keep out. */
    public ExportRequest withBenchmarks(List<Path> more) {
        return new ExportRequest(
                directory,
                run,
                Stream.concat(benchmarks.stream(), more.stream()).distinct().toList());
    }
}
