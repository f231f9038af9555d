package dev.grip.combinations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.TypeSystem;

/** What a row says besides the knowledge points, in values that JSON has: a node by its name, id or key. */
final class PlainValues {

    private PlainValues() {}

    static Map<String, @Nullable Object> of(Record row, String without) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        row.keys().stream().filter(key -> !key.equals(without)).forEach(key -> plain.put(key, plain(row.get(key))));
        return plain;
    }

    private static @Nullable Object plain(Value value) {
        TypeSystem types = TypeSystem.getDefault();
        if (value.isNull()) {
            return null;
        }
        if (types.LIST().isTypeOf(value)) {
            return value.asList(PlainValues::plain);
        }
        if (types.NODE().isTypeOf(value)) {
            return named(value.asNode());
        }
        boolean plain = types.NUMBER().isTypeOf(value) || types.BOOLEAN().isTypeOf(value);
        return plain ? value.asObject() : types.STRING().isTypeOf(value) ? value.asString() : value.toString();
    }

    private static String named(Node node) {
        for (String key : new String[] {"name", "id", "key"}) {
            if (node.containsKey(key)) {
                return node.get(key).asString();
            }
        }
        return node.elementId();
    }
}
