package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Schema; refuses, with the keyword and its place, what is not supported and what no value can satisfy. */
final class SchemaReader {

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
    private static final int DEEPEST = 32;
    private static final int MOST_DECIMALS = 340;
    private static final long MOST_COST = 100_000;

    private final String field;

    private SchemaReader(String field) {
        this.field = field;
    }

    static Schema read(String field, JsonNode schema) {
        return new SchemaReader(field).read(schema, "", 0);
    }

    private Schema read(JsonNode json, String place, int depth) {
        if (json.isBoolean() && json.asBoolean()) {
            return Schema.ANY;
        }
        if (!json.isObject() || depth > DEEPEST) {
            throw refusal(depth > DEEPEST ? "deeper than " + DEEPEST : "not a schema object, but " + json, place);
        }
        requireKnown(json, place);
        Schema read = new Part(json, place, depth).schema();
        if (read.cost() > MOST_COST) {
            throw refusal("too long to be answered: it needs more than " + MOST_COST + " values or characters", place);
        }
        return read;
    }

    private void requireKnown(JsonNode json, String place) {
        json.fieldNames().forEachRemaining(keyword -> {
            if (!RULES.contains(keyword) && !NOTES.contains(keyword)) {
                throw refusal(
                        "using the keyword '" + keyword + "', which rehearsal does not support; " + RULES + " work",
                        place);
            }
            if (json.has("anyOf") && RULES.contains(keyword) && !keyword.equals("anyOf")) {
                throw refusal("using '" + keyword + "' beside anyOf, which rehearsal does not support", place);
            }
        });
    }

    private ConstraintException refusal(String what, String place) {
        return new ConstraintException(
                field, "The JSON schema is " + what + " (at " + (place.isEmpty() ? "its root" : place) + ")");
    }

    /** One schema object. */
    private final class Part {

        private final JsonNode json;
        private final String place;
        private final int depth;

        Part(JsonNode json, String place, int depth) {
            this.json = json;
            this.place = place;
            this.depth = depth;
        }

        Schema schema() {
            Set<JsonType> types = types();
            NumberRange numbers = numbers(types);
            Span lengths = span("minLength", "maxLength");
            Schema.Items items = items();
            Schema.Members members = members();
            List<Schema> branches = branches();
            long cost = 1L + lengths.least() + cost(items) + cost(members) + cost(branches);
            Schema unlisted = new Schema(types, numbers, lengths, items, members, null, branches, cost);
            List<JsonNode> values = values(unlisted);
            return values == null
                    ? unlisted
                    : new Schema(types, numbers, lengths, items, members, values, branches, cost);
        }

        private Set<JsonType> types() {
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

        private NumberRange numbers(Set<JsonType> types) {
            Comparator<NumberRange.Edge> byPlace = Comparator.comparing(NumberRange.Edge::at);
            NumberRange range = new NumberRange(
                    tighter("minimum", "exclusiveMinimum", byPlace),
                    tighter("maximum", "exclusiveMaximum", byPlace.reversed()));
            int decimals = types.contains(JsonType.NUMBER) ? MOST_DECIMALS : 0;
            if (range.decimals(0, decimals) < 0) {
                throw refusal("one that no number satisfies: its minimum and maximum leave none", place);
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

        private Span span(String least, String most) {
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

        private Schema.Items items() {
            JsonNode each = json.path("items");
            return new Schema.Items(span("minItems", "maxItems"), each.isMissingNode() ? null : below(each, "items"));
        }

        private Schema.Members members() {
            Map<String, Schema> properties = new LinkedHashMap<>();
            JsonNode declared = json.path("properties");
            if (!declared.isMissingNode() && !declared.isObject()) {
                throw wrong("properties", "an object");
            }
            declared.properties()
                    .forEach(one -> properties.put(one.getKey(), below(one.getValue(), "properties/" + one.getKey())));
            JsonNode others = json.path("additionalProperties");
            boolean closed = others.isBoolean() && !others.asBoolean();
            Schema other = closed || others.isMissingNode() ? null : below(others, "additionalProperties");
            return new Schema.Members(properties, required(properties.keySet(), closed), !closed, other);
        }

        private Set<String> required(Set<String> declared, boolean closed) {
            Set<String> required = new LinkedHashSet<>();
            for (JsonNode name : json.path("required")) {
                required.add(name.asText());
            }
            if (closed && !declared.containsAll(required)) {
                throw wrong("required", "among the properties, since additionalProperties is false");
            }
            return required;
        }

        private List<Schema> branches() {
            List<Schema> branches = new ArrayList<>();
            for (JsonNode branch : json.path("anyOf")) {
                branches.add(below(branch, "anyOf/" + branches.size()));
            }
            if (json.has("anyOf") && branches.isEmpty()) {
                throw wrong("anyOf", "a list of at least one schema");
            }
            return branches;
        }

        private @Nullable List<JsonNode> values(Schema unlisted) {
            if (!json.has("enum") && !json.has("const")) {
                return null;
            }
            List<JsonNode> values = new ArrayList<>();
            for (JsonNode value : json.has("enum") ? json.path("enum") : List.of(json.path("const"))) {
                if (unlisted.accepts(value) && (!json.has("const") || value.equals(json.path("const")))) {
                    values.add(value);
                }
            }
            if (values.isEmpty()) {
                throw wrong(json.has("enum") ? "enum" : "const", "with a value that the other keywords allow");
            }
            return values;
        }

        private Schema below(JsonNode schema, String name) {
            return read(schema, place + "/" + name, depth + 1);
        }

        private ConstraintException wrong(String keyword, String expected) {
            return refusal("wrong: " + keyword + " is " + json.path(keyword) + ", but must be " + expected, place);
        }
    }

    private static long cost(Schema.Items items) {
        Schema each = items.each();
        return Math.max(1L, items.count().least()) * (each == null ? 1 : each.cost());
    }

    private static long cost(Schema.Members members) {
        return cost(members.all().values());
    }

    private static long cost(Iterable<Schema> schemas) {
        long cost = 0;
        for (Schema schema : schemas) {
            cost += schema.cost();
        }
        return cost;
    }
}
