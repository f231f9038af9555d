package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Schema; refuses, with the keyword and its place, what is not supported and what no value can satisfy. */
final class SchemaReader {

    private static final int DEEPEST = 32;
    private static final long MOST_COST = 100_000;

    private final String field;
    private final SchemaKeywords keywords;
    private final int depth;

    private SchemaReader(String field, SchemaKeywords keywords, int depth) {
        this.field = field;
        this.keywords = keywords;
        this.depth = depth;
    }

    static Schema read(String field, JsonNode schema) {
        return read(field, schema, "", 0);
    }

    private static Schema read(String field, JsonNode json, String place, int depth) {
        if (json.isBoolean() && json.asBoolean()) {
            return Schema.ANY;
        }
        SchemaKeywords keywords = new SchemaKeywords(field, json, place);
        if (!json.isObject() || depth > DEEPEST) {
            throw keywords.refusal(depth > DEEPEST ? "deeper than " + DEEPEST : "not a schema object, but " + json);
        }
        keywords.requireKnown();
        Schema read = new SchemaReader(field, keywords, depth).schema();
        if (read.cost() > MOST_COST) {
            throw keywords.refusal(
                    "too long to be answered: it needs more than " + MOST_COST + " values or characters");
        }
        return read;
    }

    private Schema schema() {
        Set<JsonType> types = keywords.types();
        NumberRange numbers = keywords.numbers(types);
        Span lengths = keywords.span("minLength", "maxLength");
        Schema.Items items = items();
        Schema.Members members = members();
        List<Schema> branches = branches();
        long cost = 1L + lengths.least() + cost(items) + cost(members.all().values()) + cost(branches);
        Schema unlisted = new Schema(types, numbers, lengths, items, members, null, branches, cost);
        List<JsonNode> values = values(unlisted);
        return values == null ? unlisted : new Schema(types, numbers, lengths, items, members, values, branches, cost);
    }

    private Schema.Items items() {
        JsonNode each = keywords.value("items");
        return new Schema.Items(
                keywords.span("minItems", "maxItems"), each.isMissingNode() ? null : below(each, "items"));
    }

    private Schema.Members members() {
        Map<String, Schema> properties = new LinkedHashMap<>();
        JsonNode declared = keywords.value("properties");
        if (!declared.isMissingNode() && !declared.isObject()) {
            throw keywords.wrong("properties", "an object");
        }
        declared.properties()
                .forEach(one -> properties.put(one.getKey(), below(one.getValue(), "properties/" + one.getKey())));
        JsonNode others = keywords.value("additionalProperties");
        boolean closed = others.isBoolean() && !others.asBoolean();
        Schema other = closed || others.isMissingNode() ? null : below(others, "additionalProperties");
        return new Schema.Members(properties, required(properties.keySet(), closed), !closed, other);
    }

    private Set<String> required(Set<String> declared, boolean closed) {
        Set<String> required = new LinkedHashSet<>();
        for (JsonNode name : keywords.value("required")) {
            required.add(name.asText());
        }
        if (closed && !declared.containsAll(required)) {
            throw keywords.wrong("required", "among the properties, since additionalProperties is false");
        }
        return required;
    }

    private List<Schema> branches() {
        List<Schema> branches = new ArrayList<>();
        for (JsonNode branch : keywords.value("anyOf")) {
            branches.add(below(branch, "anyOf/" + branches.size()));
        }
        if (keywords.has("anyOf") && branches.isEmpty()) {
            throw keywords.wrong("anyOf", "a list of at least one schema");
        }
        return branches;
    }

    private @Nullable List<JsonNode> values(Schema unlisted) {
        if (!keywords.has("enum") && !keywords.has("const")) {
            return null;
        }
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : keywords.has("enum") ? keywords.value("enum") : List.of(keywords.value("const"))) {
            if (unlisted.accepts(value) && (!keywords.has("const") || value.equals(keywords.value("const")))) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            throw keywords.wrong(keywords.has("enum") ? "enum" : "const", "with a value that the other keywords allow");
        }
        return values;
    }

    private Schema below(JsonNode schema, String name) {
        return read(field, schema, keywords.below(name), depth + 1);
    }

    private static long cost(Schema.Items items) {
        Schema each = items.each();
        return Math.max(1L, items.count().least()) * (each == null ? 1 : each.cost());
    }

    private static long cost(Iterable<Schema> schemas) {
        long cost = 0;
        for (Schema schema : schemas) {
            cost += schema.cost();
        }
        return cost;
    }
}
