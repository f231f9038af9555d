package dev.grip.pipeline.work;

import dev.grip.combinations.Combination;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Slices in the graph, as those who work on them read them. */
final class SliceRepository {

    private static final Query SLICE = Query.of("pipeline/load-slice");
    private static final Query PROGRESS = Query.of("pipeline/load-progress");

    private final Graph graph;

    SliceRepository(Graph graph) {
        this.graph = graph;
    }

    /**
     * A slice as it stands: its combinations by {@code key#repetition}, how often it was worked on to its end, how many combinations
     * are through, how many problems with solutions were accepted, whether it needs work, and what its calls used.
     */
    record Stored(
            List<String> combinations, int attempt, long done, long accepted, boolean open, Map<Purpose, Used> spend) {}

    Stored load(String id) {
        List<Record> rows = graph.read(SLICE, Map.of("id", id));
        if (rows.isEmpty()) {
            return new Stored(List.of(), 0, 0, 0, false, Map.of());
        }
        Record row = rows.get(0);
        return new Stored(
                row.get("combinations").asList(Value::asString),
                row.get("attempt").asInt(),
                row.get("done").asLong(0),
                row.get("accepted").asLong(),
                row.get("state").asString().equals("planned"),
                SpendLists.read(row));
    }

    /** The combinations of these references with all that was made of them; {@code problemKey} tells under which key to look. */
    List<Making> progress(List<String> references, Function<Combination, String> problemKey) {
        List<Combination> bare = references.stream().map(SliceRepository::bare).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            rows.add(Map.of("index", i, "combination", bare.get(i).key(), "problem", problemKey.apply(bare.get(i))));
        }
        Map<Integer, Record> found = new HashMap<>();
        graph.read(PROGRESS, Map.of("rows", rows))
                .forEach(row -> found.put(row.get("index").asInt(), row));
        List<Making> makings = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            makings.add(making(bare.get(i), found.get(i)));
        }
        return makings;
    }

    private static Making making(Combination bare, @org.jspecify.annotations.Nullable Record row) {
        Combination whole = row == null ? bare : whole(row, bare.sample());
        Making making = new Making(whole);
        if (row == null || !Combination.keyOf(whole.ids()).equals(whole.key())) {
            making.outcome(new Outcome.Impossible("its knowledge points are no longer in the graph"));
        } else {
            ProgressReader.read(row, making);
        }
        return making;
    }

    private static Combination whole(Record row, int sample) {
        Value node = row.get("combination");
        return new Combination(
                node.get("key").asString(),
                node.get("kind").asString(),
                node.get("distance").asInt(),
                node.get("weight").asDouble(),
                row.get("ids").asList(Value::asString),
                row.get("names").asList(Value::asString),
                sample);
    }

    /** A combination of which only its key and repetition are known. */
    private static Combination bare(String reference) {
        int mark = reference.lastIndexOf('#');
        return new Combination(
                reference.substring(0, mark),
                Combination.SELECTED,
                0,
                0,
                List.of(),
                List.of(),
                Integer.parseInt(reference.substring(mark + 1)));
    }
}
