package dev.grip.dataset;

import dev.grip.graph.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        boolean rehearsal = repository.rehearsal(request.run());
        Sorting sorting = new Sorting(benchmarks);
        DatasetCard card = new DatasetCard(request, benchmarks.size());
        try (DatasetFiles files = new DatasetFiles(request.directory(), rehearsal)) {
            repository.accepted(request.run(), rows -> {
                files.begin();
                card.begin();
                sorting.begin();
                rows.forEach(row -> sorting.sort(row, files, card));
            });
            files.finish(card);
            repository.mark(sorting.outcomes);
            return new ExportReport(
                    request.directory(), files.paths(), card.rows(), card.duplicates(), card.contaminated(), rehearsal);
        } catch (UncheckedIOException | IOException e) {
            throw new ExportException(
                    "The dataset could not be written to "
                            + request.directory().toAbsolutePath() + ": " + e.getMessage()
                            + ". Earlier files there are as they were; make room or choose another folder and export again",
                    e);
        }
    }

    /** Decides row by row what is kept, and remembers why the others are not. */
    private static final class Sorting {
        private final Benchmarks benchmarks;
        private final Set<String> seen = new HashSet<>();
        private final Map<String, String> outcomes = new LinkedHashMap<>();

        Sorting(Benchmarks benchmarks) {
            this.benchmarks = benchmarks;
        }

        void begin() {
            seen.clear();
            outcomes.clear();
        }

        void sort(Row row, DatasetFiles files, DatasetCard card) {
            Optional<String> item = benchmarks.find(row.problem());
            if (item.isPresent()) {
                card.countContaminated();
                remove(row, "benchmark problem " + item.get(), files);
            } else if (!seen.add(Key.of(NormalText.of(row.problem())))) {
                card.countDuplicate();
                remove(row, "same problem text as an earlier row", files);
            } else {
                card.count(row);
                files.add(row);
                outcomes.put(row.solutionKey(), "exported");
            }
        }

        private void remove(Row row, String reason, DatasetFiles files) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", row.key());
            entry.put("reason", reason);
            entry.put("problem", row.problem());
            entry.put("rehearsal", row.rehearsal());
            files.addRemoved(entry);
            outcomes.put(row.solutionKey(), "removed: " + reason);
        }
    }
}
