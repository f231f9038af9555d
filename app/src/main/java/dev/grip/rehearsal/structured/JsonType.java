package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of JSON Schema; a whole number is a number and an integer. */
enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    NULL;

    static final String NAMES = Arrays.stream(values()).map(JsonType::word).collect(Collectors.joining(", "));

    static Optional<JsonType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.word().equals(name)).findFirst();
    }

    boolean accepts(JsonNode value) {
        return switch (this) {
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
            case STRING -> value.isTextual();
            case NUMBER -> value.isNumber();
            case INTEGER -> value.isNumber() && whole(value.decimalValue());
            case BOOLEAN -> value.isBoolean();
            case NULL -> value.isNull();
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
