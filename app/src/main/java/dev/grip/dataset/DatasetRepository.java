package dev.grip.dataset;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Accepted rows in the graph. */
public final class DatasetRepository {

    private static final Query LIST = Query.of("dataset/list-accepted");
    private static final Query MARK = Query.of("dataset/mark-exported");

    private final Graph graph;

    public DatasetRepository(Graph graph) {
        this.graph = graph;
    }

    /** Hands over accepted rows in key order, streamed; of one run or (null) of all. */
    void accepted(@Nullable String run, Consumer<Row> rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", run);
        graph.stream(LIST, parameters, records -> {
            records.map(DatasetRepository::row).forEach(rows);
            return true;
        });
    }

    /** Remembers on the solutions what became of them: exported, or removed and why. */
    void mark(Map<String, String> outcomeOfSolution) {
        List<Map<String, Object>> rows = outcomeOfSolution.entrySet().stream()
                .map(entry -> Map.<String, Object>of("key", entry.getKey(), "outcome", entry.getValue()))
                .toList();
        graph.write(MARK, Map.of("rows", rows));
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
