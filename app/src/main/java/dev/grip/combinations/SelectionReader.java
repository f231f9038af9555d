package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.graph.SelectionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/** Turns the rows of a person's query into combinations: {@code knowledgePoints} holds nodes, ids or names. */
final class SelectionReader {

    private static final String COLUMN = "knowledgePoints";
    private static final Query RESOLVE = Query.of("combinations/resolve-selection");
    private static final int BATCH = 500;
    private static final int MOST_POINTS = 8;

    private final Graph graph;

    SelectionReader(Graph graph) {
        this.graph = graph;
    }

    /** What a row refers to, or why it cannot be used, and its other columns where they were wanted: a thousandth of its nodes. */
    record Row(List<String> references, @Nullable SelectionException trouble, Map<String, @Nullable Object> columns) {

        List<String> usable() {
            if (trouble != null) {
                throw trouble;
            }
            return references;
        }
    }

    /** Reads one row after the other and counts them for its complaints; the first {@code whole} keep their other columns. */
    static final class Rows implements Function<Record, Row> {

        private final int whole;
        private int number;

        Rows(int whole) {
            this.whole = whole;
        }

        @Override
        public Row apply(Record row) {
            number++;
            try {
                List<String> references = references(row, number);
                return new Row(references, null, number <= whole ? PlainValues.of(row, COLUMN) : Map.of());
            } catch (SelectionException unusable) {
                return new Row(List.of(), unusable, Map.of());
            }
        }
    }

    /** A combination and the first row that means it. */
    record Found(Combination combination, Row row) {}

    /** The different combinations of these rows in their order, at most {@code limit}; rows after these are not looked at. */
    List<Found> read(List<Row> records, int limit) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (int from = 0; from < records.size() && found.size() < limit; from += BATCH) {
            List<List<String>> rows = references(records, from, Math.min(records.size(), from + BATCH));
            for (Record resolved : graph.read(RESOLVE, Map.of("rows", rows))) {
                int row = resolved.get("row").asInt();
                Combination combination =
                        combination(resolved, from + row + 1, rows.get(row).size());
                found.putIfAbsent(combination.key(), new Found(combination, records.get(from + row)));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static List<List<String>> references(List<Row> records, int from, int to) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(records.get(i).usable());
        }
        return rows;
    }

    private static List<String> references(Record row, int number) {
        if (!row.containsKey(COLUMN)) {
            throw new SelectionException("The query returns the columns " + row.keys() + "; it must return '" + COLUMN
                    + "', a list of knowledge points (nodes, ids or names)");
        }
        Value list = row.get(COLUMN);
        if (!TypeSystem.getDefault().LIST().isTypeOf(list)) {
            throw bad(number, "is a " + list.type().name() + "; it must be a list of nodes, ids or names");
        }
        List<String> references = list.asList(value -> reference(value, number));
        if (references.size() < 2 || references.size() > MOST_POINTS) {
            throw bad(
                    number, "holds " + references.size() + " knowledge points; a combination has 2 to " + MOST_POINTS);
        }
        return references;
    }

    private static String reference(Value value, int number) {
        TypeSystem types = TypeSystem.getDefault();
        if (types.STRING().isTypeOf(value)) {
            return value.asString();
        }
        if (types.NODE().isTypeOf(value) && value.asNode().hasLabel("KnowledgePoint")) {
            return value.asNode().get("id").asString();
        }
        throw bad(
                number,
                "holds a " + value.type().name() + "; every entry must be a KnowledgePoint node, its id or its name");
    }

    private static Combination combination(Record resolved, int number, int wanted) {
        List<String> unknown = resolved.get("unknown").asList(Value::asString);
        if (!unknown.isEmpty()) {
            throw bad(
                    number, "names '" + unknown.get(0) + "', which is not the id or name of an active KnowledgePoint");
        }
        List<String> ids = resolved.get("ids").asList(Value::asString);
        if (ids.size() < wanted) {
            throw bad(number, "names one knowledge point twice");
        }
        return CombinationSource.of(
                resolved.get("kind").asString(),
                resolved.get("distance").asInt(),
                resolved.get("weight").asDouble(),
                ids,
                resolved.get("names").asList(Value::asString));
    }

    private static SelectionException bad(int row, String what) {
        return new SelectionException("Row " + row + " of the selection: column '" + COLUMN + "' " + what);
    }
}
