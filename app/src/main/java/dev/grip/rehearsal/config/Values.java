package dev.grip.rehearsal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Single values of a configuration, to and from JSON. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /** The value as this type; what does not fit is an error that says what would. */
    static Object read(Class<?> type, JsonNode value, String path) {
        if (type == String.class) {
            return check(value.isValueNode() && !value.isNull(), path, value, "a text") ? value.asText() : "";
        }
        if (type == boolean.class) {
            return check(value.isBoolean(), path, value, "true or false") && value.booleanValue();
        }
        if (type == int.class) {
            return check(value.canConvertToInt() && value.isIntegralNumber(), path, value, "a whole number")
                    ? value.intValue()
                    : 0;
        }
        if (type == long.class) {
            return check(value.isIntegralNumber(), path, value, "a whole number") ? value.longValue() : 0L;
        }
        if (type == double.class) {
            return check(value.isNumber(), path, value, "a number") ? value.doubleValue() : 0.0;
        }
        return type == Duration.class ? duration(value, path) : constant(type, value, path);
    }

    static JsonNode write(Object value) {
        if (value instanceof Duration duration) {
            return NODES.textNode(Durations.text(duration));
        }
        if (value instanceof Enum<?> constant) {
            return NODES.textNode(Words.of(constant));
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        return value instanceof Number number
                ? NODES.numberNode(number.doubleValue())
                : NODES.textNode(value.toString());
    }

    private static Duration duration(JsonNode value, String path) {
        try {
            return Durations.parse(value.asText());
        } catch (IllegalArgumentException e) {
            throw wrong(path, value, String.valueOf(e.getMessage()));
        }
    }

    private static Object constant(Class<?> type, JsonNode value, String path) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(one -> Words.of((Enum<?>) one).equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        path,
                        value,
                        "one of "
                                + Arrays.stream(constants)
                                        .map(one -> Words.of((Enum<?>) one))
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean check(boolean fits, String path, JsonNode value, String what) {
        if (!fits) {
            throw wrong(path, value, what);
        }
        return true;
    }

    private static ConfigException wrong(String path, JsonNode value, String what) {
        String shown = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
        return new ConfigException(path + " is " + shown + "; it must be " + what);
    }
}
