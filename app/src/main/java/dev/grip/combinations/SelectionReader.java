package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.graph.SelectionException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    List<Combination> read(List<Record> records) {
        List<List<String>> wanted = new ArrayList<>();
        for (Record row : records) {
            wanted.add(references(row, wanted.size() + 1));
        }
        List<Combination> combinations = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<List<String>> rows = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            int first = from + 1;
            for (Record resolved : graph.read(RESOLVE, Map.of("rows", rows))) {
                Combination combination = combination(resolved, first, wanted);
                if (seen.add(combination.key())) {
                    combinations.add(combination);
                }
            }
        }
        return combinations;
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

    private static Combination combination(Record resolved, int first, List<List<String>> wanted) {
        int number = first + resolved.get("row").asInt();
        List<String> unknown = resolved.get("unknown").asList(Value::asString);
        if (!unknown.isEmpty()) {
            throw bad(
                    number, "names '" + unknown.get(0) + "', which is not the id or name of an active KnowledgePoint");
        }
        List<String> ids = resolved.get("ids").asList(Value::asString);
        if (new LinkedHashSet<>(ids).size() < wanted.get(number - 1).size()) {
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
