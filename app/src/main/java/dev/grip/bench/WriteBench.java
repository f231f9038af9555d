package dev.grip.bench;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.pipeline.storage.ResultWriter;
import dev.grip.pipeline.storage.Row;
import dev.grip.pipeline.storage.RowType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How fast the writer that all threads share stores results, beside the same rows with the same statements by bare UNWIND, a
 * thousand of one type in a transaction: all problems, then all votes, and so on, as no run could have them.
 */
final class WriteBench {

    private static final Query ADD = Query.of("bench/add-combinations");
    private static final int COMBINATIONS = 3_000;
    private static final int THREADS = 32;
    private static final int VOTES = 3;
    private static final int TEXT = 900;
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 5;
    private static final double TARGET = 0.8;

    private final Graph graph;
    private final Consumer<Measure> out;

    WriteBench(Graph graph, Consumer<Measure> out) {
        this.graph = graph;
        this.out = out;
    }

    void run() {
        List<Double> grouped = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        // The first round warms up.
        for (int round = 0; round <= ROUNDS; round++) {
            double one = rate(combinations("grouped " + round), this::grouped);
            double other = rate(combinations("bare " + round), this::bare);
            if (round > 0) {
                grouped.add(one);
                bare.add(other);
            }
        }
        out.accept(Measure.share("group commit, rows/s", Timing.middle(grouped), "rows/s", Timing.middle(bare))
                .atLeast(TARGET)
                .noting("beside bare UNWIND of the same rows, " + BATCH + " of one type in a transaction; medians of "
                        + ROUNDS + " rounds of " + COMBINATIONS
                        + " combinations with 10 rows each, in turns; the writer"
                        + " is fed by " + THREADS + " threads"));
    }

    private static double rate(List<List<Row>> combinations, Consumer<List<List<Row>>> way) {
        double seconds = Timing.once(() -> {
                    way.accept(combinations);
                    return true;
                })
                .best();
        return combinations.stream().mapToInt(List::size).sum() / seconds;
    }

    private void grouped(List<List<Row>> combinations) {
        try (var writer = new ResultWriter(graph, BATCH, Duration.ofMillis(200))) {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            int share = combinations.size() / THREADS + 1;
            for (int from = 0; from < combinations.size(); from += share) {
                List<List<Row>> mine = combinations.subList(from, Math.min(combinations.size(), from + share));
                threads.add(CompletableFuture.runAsync(
                        () -> mine.forEach(rows -> rows.forEach(writer::put)), task -> new Thread(task).start()));
            }
            threads.forEach(CompletableFuture::join);
        }
    }

    private void bare(List<List<Row>> combinations) {
        Map<RowType, List<Row>> byType = new EnumMap<>(RowType.class);
        combinations.stream().flatMap(Collection::stream).forEach(row -> byType.computeIfAbsent(
                        row.type(), type -> new ArrayList<>())
                .add(row));
        byType.forEach((type, rows) -> {
            rows.sort(Comparator.comparing(Row::key));
            for (int from = 0; from < rows.size(); from += BATCH) {
                List<Map<String, @Nullable Object>> some =
                        rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                                .map(row -> row.content().get())
                                .toList();
                graph.write(type.query(), Map.of("rows", some));
            }
        });
    }

    /** The rows of each of some new combinations, in the order in which a run has them. */
    private List<List<Row>> combinations(String name) {
        List<List<Row>> combinations = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < COMBINATIONS; i++) {
            String key = name + " " + i;
            keys.add(key);
            combinations.add(rows(key));
        }
        graph.write(ADD, Map.of("keys", keys));
        return combinations;
    }

    private static List<Row> rows(String combination) {
        List<Row> rows = new ArrayList<>();
        String problem = "problem of " + combination;
        String solution = "solution of " + combination;
        rows.add(row(RowType.PROBLEM, problem, "combination", combination, Map.of("text", "p".repeat(TEXT))));
        votes(rows, RowType.PROBLEM_VOTE, problem);
        rows.add(row(RowType.PROBLEM_VERDICT, problem, "verdict", "passed", Map.of()));
        rows.add(row(RowType.SOLUTION, solution, "subject", problem, Map.of("text", "s".repeat(TEXT))));
        votes(rows, RowType.SOLUTION_VOTE, solution);
        rows.add(row(RowType.SOLUTION_VERDICT, solution, "verdict", "passed", Map.of()));
        return rows;
    }

    private static void votes(List<Row> rows, RowType type, String subject) {
        for (int judge = 0; judge < VOTES; judge++) {
            rows.add(row(
                    type,
                    "vote " + judge + " on " + subject,
                    "subject",
                    subject,
                    Map.of("model", "rehearsal/judge-" + judge, "explanation", "e".repeat(TEXT / VOTES))));
        }
    }

    private static Row row(
            RowType type, String key, String reference, String to, Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> node = new HashMap<>(properties);
        node.put("key", key);
        node.put("run", "bench");
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("key", key);
        content.put(reference, to);
        content.put("score", 1.0);
        content.put("properties", node);
        return new Row(type, key, () -> content, refusal -> {
            throw new BenchException("Neo4j does not take " + key, refusal);
        });
    }
}
