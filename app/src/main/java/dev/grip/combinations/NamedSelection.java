package dev.grip.combinations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A question that people ask again and again: a read-only query that returns {@code knowledgePoints}. {@code purpose} says what it is
 * for, {@code parameters} has their default values, {@code columns} what else it returns.
 */
public record NamedSelection(
        String name, String purpose, Map<String, Object> parameters, List<String> columns, String cypher) {

    public NamedSelection {
        columns = List.copyOf(columns);
    }

    /** All parameters: the given values over the defaults. Throws IllegalArgumentException for an unknown one or one of another type. */
    public Map<String, Object> with(Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        given.forEach((key, value) -> all.put(key, checked(key, value)));
        return all;
    }

    private Object checked(String key, Object value) {
        if (!parameters.containsKey(key)) {
            throw new IllegalArgumentException("Selection '" + name + "' has no parameter '" + key + "'; it has "
                    + String.join(", ", new ArrayList<>(parameters.keySet())));
        }
        Object usual = Objects.requireNonNull(parameters.get(key));
        if (!type(usual).equals(type(value)) && !(type(usual).equals("a number") && value instanceof Number)) {
            throw new IllegalArgumentException("Parameter " + key + " of selection '" + name + "' is " + value
                    + "; it must be " + type(usual) + ", such as " + shown(usual));
        }
        return value;
    }

    private static String type(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return "a whole number";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Boolean ? "true or false" : "a text";
    }

    private static String shown(Object value) {
        return value instanceof String ? "'" + value + "'" : value.toString();
    }
}
