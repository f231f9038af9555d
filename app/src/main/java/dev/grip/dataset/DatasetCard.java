package dev.grip.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The README of a dataset folder: what is in it, who made it, what was left out. Counts rows as they are written. */
final class DatasetCard {

    private static final String REHEARSAL =
            """
            > **Rehearsal data.** Simulated models wrote and judged these rows, to try out the pipeline. They are not a
            > language model's work and nothing should be trained on them. Every row they had a part in
            > says `"rehearsal": true`.

            """;

    private final ExportRequest request;
    private final int benchmarkProblems;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> difficulties = new TreeMap<>();
    private final Set<String> generators = new TreeSet<>();
    private final Set<String> solvers = new TreeSet<>();
    private final Set<String> judges = new TreeSet<>();
    private long rows;
    private long duplicates;
    private long contaminated;

    DatasetCard(ExportRequest request, int benchmarkProblems) {
        this.request = request;
        this.benchmarkProblems = benchmarkProblems;
    }

    /** Starts all counts anew. */
    void begin() {
        rows = 0;
        duplicates = 0;
        contaminated = 0;
        List.of(kinds, difficulties).forEach(Map::clear);
        List.of(generators, solvers, judges).forEach(Set::clear);
    }

    void count(Row row) {
        rows++;
        Map<String, Object> provenance = row.provenance();
        kinds.merge(String.valueOf(provenance.get("kind")), 1L, Long::sum);
        difficulties.merge(String.valueOf(provenance.get("difficulty")), 1L, Long::sum);
        generators.add(model(provenance.get("generator")));
        solvers.add(model(provenance.get("solver")));
        if (provenance.get("problem_votes") instanceof List<?> votes) {
            votes.forEach(vote -> judges.add(model(vote)));
        }
    }

    void countDuplicate() {
        duplicates++;
    }

    void countContaminated() {
        contaminated++;
    }

    long rows() {
        return rows;
    }

    long duplicates() {
        return duplicates;
    }

    long contaminated() {
        return contaminated;
    }

    String markdown(String name) {
        boolean rehearsal = name.endsWith("rehearsal");
        return """
               ---
               pretty_name: %s
               configs:
               - config_name: messages
                 data_files: %s-messages.jsonl
               - config_name: alpaca
                 data_files: %s-alpaca.jsonl
               ---
               # %s

               %s%d problems with solutions, each made from a combination of knowledge points, judged and solved by models.

               | | |
               |---|---|
               | rows | %d |
               | run | %s |
               | kinds | %s |
               | difficulty | %s |
               | problems written by | %s |
               | solutions written by | %s |
               | judged by | %s |
               | left out: same text as another row | %d |
               | left out: benchmark problem | %d (%s) |

               `%s-messages.jsonl` holds OpenAI messages, `%s-alpaca.jsonl` the same rows as LLaMA-Factory's alpaca columns;
               `dataset_info.json` registers both. In each row `grip` says which knowledge points, seeds, models, prompts and
               votes it comes from. `%s-removed.jsonl` lists what was left out and why.
               """
                .formatted(
                        name,
                        name,
                        name,
                        name,
                        rehearsal ? REHEARSAL : "",
                        rows,
                        rows,
                        request.run() == null ? "all" : request.run(),
                        counts(kinds),
                        counts(difficulties),
                        names(generators),
                        names(solvers),
                        names(judges),
                        duplicates,
                        contaminated,
                        benchmarks(),
                        name,
                        name,
                        name);
    }

    private String benchmarks() {
        if (request.benchmarks().isEmpty()) {
            return "no benchmark files were given";
        }
        return benchmarkProblems + " problems in "
                + request.benchmarks().stream()
                        .map(Path::getFileName)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String model(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? String.valueOf(map.get("model")) : "";
    }

    private static String names(Set<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
