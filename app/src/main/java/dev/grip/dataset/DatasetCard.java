package dev.grip.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The README of a dataset folder: what is in it, who made it, what was left out. */
record DatasetCard(ExportRequest request, int benchmarkProblems, long duplicates, long contaminated) {

    private static final String REHEARSAL =
            """
            > **Rehearsal data.** Simulated models wrote and judged these rows, to try out the pipeline. They are not a
            > language model's work and nothing should be trained on them. Every row says `"rehearsal": true`.

            """;

    String markdown(String name, List<Row> rows) {
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
                        rows.size(),
                        rows.size(),
                        request.run() == null ? "all" : request.run(),
                        counts(rows, row -> row.provenance().get("kind")),
                        counts(rows, row -> row.provenance().get("difficulty")),
                        models(rows, "generator"),
                        models(rows, "solver"),
                        judges(rows),
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

    private static String counts(List<Row> rows, Function<Row, @Nullable Object> value) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(String.valueOf(value.apply(row)), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String models(List<Row> rows, String role) {
        return names(rows.stream()
                .map(row -> row.provenance().get(role))
                .map(DatasetCard::model)
                .toList());
    }

    private static String judges(List<Row> rows) {
        return names(rows.stream()
                .flatMap(row -> row.provenance().get("problem_votes") instanceof List<?> votes
                        ? votes.stream()
                        : java.util.stream.Stream.empty())
                .map(DatasetCard::model)
                .toList());
    }

    private static String model(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? String.valueOf(map.get("model")) : "";
    }

    private static String names(List<String> names) {
        return new TreeSet<>(names).stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
