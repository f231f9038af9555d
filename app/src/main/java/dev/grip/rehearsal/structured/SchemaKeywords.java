package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of one schema object: which there are, what the simple ones say, and refusals that name them. */
final class SchemaKeywords {

    private static final Set<String> RULES = new LinkedHashSet<>(List.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "enum",
            "const",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "items",
            "minItems",
            "maxItems",
            "anyOf"));
    private static final Set<String> NOTES =
            Set.of("title", "description", "default", "examples", "$schema", "$id", "$comment", "deprecated");
    private static final int MOST_DECIMALS = 340;

    private final String field;
    private final JsonNode json;
    private final String place;

    /** {@code field} is that of the request, {@code place} the way from the root of the schema. */
    SchemaKeywords(String field, JsonNode json, String place) {
        this.field = field;
        this.json = json;
        this.place = place;
    }

    void requireKnown() {
        json.fieldNames().forEachRemaining(keyword -> {
            if (!RULES.contains(keyword) && !NOTES.contains(keyword)) {
                throw refusal(
                        "using the keyword '" + keyword + "', which rehearsal does not support; " + RULES + " work");
            }
            if (json.has("anyOf") && RULES.contains(keyword) && !keyword.equals("anyOf")) {
                throw refusal("using '" + keyword + "' beside anyOf, which rehearsal does not support");
            }
        });
    }

    boolean has(String keyword) {
        return json.has(keyword);
    }

    JsonNode value(String keyword) {
        return json.path(keyword);
    }

    /** The place of a part of this schema. */
    String below(String name) {
        return place + "/" + name;
    }

    Set<JsonType> types() {
        JsonNode type = json.path("type");
        if (type.isMissingNode()) {
            return EnumSet.allOf(JsonType.class);
        }
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            types.add(JsonType.named(one.asText())
                    .orElseThrow(() -> wrong("type", "one or a list of " + JsonType.NAMES)));
        }
        if (types.isEmpty()) {
            throw wrong("type", "one or a list of " + JsonType.NAMES);
        }
        return types;
    }

    NumberRange numbers(Set<JsonType> types) {
        Comparator<NumberRange.Edge> byPlace = Comparator.comparing(NumberRange.Edge::at);
        NumberRange range = new NumberRange(
                tighter("minimum", "exclusiveMinimum", byPlace),
                tighter("maximum", "exclusiveMaximum", byPlace.reversed()));
        int decimals = types.contains(JsonType.NUMBER) ? MOST_DECIMALS : 0;
        if (range.decimals(0, decimals) < 0) {
            throw refusal("one that no number satisfies: its minimum and maximum leave none");
        }
        return range;
    }

    private NumberRange.@Nullable Edge tighter(
            String including, String excluding, Comparator<NumberRange.Edge> inwards) {
        NumberRange.Edge closed = edge(including, false);
        NumberRange.Edge open = edge(excluding, true);
        if (closed == null || open == null) {
            return closed == null ? open : closed;
        }
        return inwards.compare(open, closed) >= 0 ? open : closed;
    }

    private NumberRange.@Nullable Edge edge(String keyword, boolean open) {
        JsonNode value = json.path(keyword);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(keyword, "a number");
        }
        return new NumberRange.Edge(value.decimalValue(), open);
    }

    Span span(String least, String most) {
        Span span = new Span(count(least, 0), count(most, Integer.MAX_VALUE));
        if (span.least() > span.most()) {
            throw wrong(least, "at most " + most);
        }
        return span;
    }

    private int count(String keyword, int otherwise) {
        JsonNode value = json.path(keyword);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral() || value.intValue() < 0) {
            throw wrong(keyword, "a whole number from 0");
        }
        return value.intValue();
    }

    ConstraintException wrong(String keyword, String expected) {
        return refusal("wrong: " + keyword + " is " + json.path(keyword) + ", but must be " + expected);
    }

    ConstraintException refusal(String what) {
        return new ConstraintException(
                field, "The JSON schema is " + what + " (at " + (place.isEmpty() ? "its root" : place) + ")");
    }
}
