package dev.grip.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes accepted rows to files in both training formats, leaving out repeated problem texts and benchmark problems (exact match of
 * normalised text); what was left out is listed with its reason. Files appear only when they are complete.
 */
public final class Export {

    private final DatasetRepository repository;

    public Export(DatasetRepository repository) {
        this.repository = repository;
    }

    /** Throws {@link ExportException} when a file cannot be written; earlier files are then left as they were. */
    public ExportReport write(ExportRequest request) {
        Benchmarks benchmarks = Benchmarks.read(request.benchmarks());
        Sorting sorting = new Sorting(benchmarks);
        List<Row> kept = new ArrayList<>();
        repository.accepted(request.run(), row -> {
            if (sorting.keep(row)) {
                kept.add(row);
            }
        });
        boolean rehearsal = kept.stream().anyMatch(Row::rehearsal) || sorting.rehearsal;
        DatasetFiles files = new DatasetFiles(request.directory(), rehearsal);
        try {
            files.write(
                    kept,
                    sorting.removed,
                    new DatasetCard(request, benchmarks.size(), sorting.duplicates, sorting.contaminated));
        } catch (IOException e) {
            throw new ExportException(
                    "The dataset could not be written to " + request.directory().toAbsolutePath() + ": "
                            + e.getMessage()
                            + ". Earlier files there are as they were; make room or choose another folder and export again",
                    e);
        }
        repository.mark(sorting.outcomes);
        return new ExportReport(
                request.directory(), files.paths(), kept.size(), sorting.duplicates, sorting.contaminated, rehearsal);
    }

    /** Decides row by row what is kept, and remembers why the others are not. */
    private static final class Sorting {
        private final Benchmarks benchmarks;
        private final Set<String> seen = new HashSet<>();
        private final List<Map<String, Object>> removed = new ArrayList<>();
        private final Map<String, String> outcomes = new LinkedHashMap<>();
        private long duplicates;
        private long contaminated;
        private boolean rehearsal;

        Sorting(Benchmarks benchmarks) {
            this.benchmarks = benchmarks;
        }

        boolean keep(Row row) {
            rehearsal |= row.rehearsal();
            Optional<String> item = benchmarks.find(row.problem());
            if (item.isPresent()) {
                contaminated++;
                remove(row, "benchmark problem " + item.get());
                return false;
            }
            if (!seen.add(NormalText.of(row.problem()))) {
                duplicates++;
                remove(row, "same problem text as an earlier row");
                return false;
            }
            outcomes.put(row.solutionKey(), "exported");
            return true;
        }

        private void remove(Row row, String reason) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", row.key());
            entry.put("reason", reason);
            entry.put("problem", row.problem());
            entry.put("rehearsal", row.rehearsal());
            removed.add(entry);
            outcomes.put(row.solutionKey(), "removed: " + reason);
        }
    }
}
