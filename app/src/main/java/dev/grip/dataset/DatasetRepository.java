package dev.grip.dataset;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Accepted rows in the graph. */
public final class DatasetRepository {

    private static final Query LIST = Query.of("dataset/list-accepted");
    private static final Query REHEARSAL = Query.of("dataset/is-rehearsal");
    private static final Query MARK = Query.of("dataset/mark-exported");

    private static final int BATCH = 5000;

    private final Graph graph;

    public DatasetRepository(Graph graph) {
        this.graph = graph;
    }

    /** Hands over accepted rows in key order, streamed; of one run or (null) of all. A retry hands them over again. */
    void accepted(@Nullable String run, Consumer<Stream<Row>> rows) {
        graph.stream(LIST, parameters(run), records -> {
            rows.accept(records.map(DatasetRepository::row));
            return true;
        });
    }

    /** Whether any accepted row came from a simulated model. */
    boolean rehearsal(@Nullable String run) {
        return graph.read(REHEARSAL, parameters(run)).get(0).get("rehearsal").asBoolean();
    }

    private static Map<String, Object> parameters(@Nullable String run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", run);
        return parameters;
    }

    /** Remembers on the solutions what became of them: exported, or removed and why. */
    void mark(Map<String, String> outcomeOfSolution) {
        List<Map<String, Object>> rows = outcomeOfSolution.entrySet().stream()
                .map(entry -> Map.<String, Object>of("key", entry.getKey(), "outcome", entry.getValue()))
                .toList();
        for (int from = 0; from < rows.size(); from += BATCH) {
            graph.write(MARK, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
    }

    private static Row row(Record record) {
        return new Row(
                record.get("key").asString(),
                record.get("solutionKey").asString(),
                record.get("problem").asString(),
                record.get("solution").asString(),
                record.get("answer").asString(),
                record.get("rehearsal").asBoolean(),
                record.get("provenance").asMap());
    }
}
