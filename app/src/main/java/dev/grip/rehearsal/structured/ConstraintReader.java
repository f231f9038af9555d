package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the constraint of a chat request. A {@code response_format} other than text counts as the {@code structured_outputs}
 * of its kind, so both together are refused unless they are of one kind; then {@code response_format} holds.
 */
final class ConstraintReader {

    private static final String FORMAT = "response_format";
    private static final String OUTPUTS = "structured_outputs";
    private static final List<String> KINDS =
            List.of("json", "regex", "choice", "json_object", "grammar", "structural_tag");
    private static final String SUPPORTED = "; json, regex, choice and json_object work";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ConstraintReader() {}

    static Constraint read(JsonNode request) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        JsonNode outputs = request.path(OUTPUTS);
        boolean formatted = addFormat(request.path(FORMAT), given);
        if (outputs.isMissingNode() || outputs.isNull()) {
            return formatted ? only(FORMAT, given) : Constraint.none();
        }
        if (!outputs.isObject()) {
            throw new ConstraintException(OUTPUTS, OUTPUTS + " must be an object with one of " + KINDS);
        }
        for (String kind : KINDS) {
            if (outputs.hasNonNull(kind)) {
                given.putIfAbsent(kind, outputs.path(kind));
            }
        }
        return only(OUTPUTS, given);
    }

    private static boolean addFormat(JsonNode format, Map<String, JsonNode> given) {
        if (format.isMissingNode() || format.isNull()) {
            return false;
        }
        String type = format.path("type").asText("");
        switch (type) {
            case "text" -> {
                return false;
            }
            case "json_object" -> given.put("json_object", BooleanNode.TRUE);
            case "json_schema" -> given.put("json", schemaOf(format));
            default ->
                throw new ConstraintException(
                        FORMAT,
                        "rehearsal does not support response_format type '" + type
                                + "'; text, json_object and json_schema work");
        }
        return true;
    }

    private static JsonNode schemaOf(JsonNode format) {
        JsonNode named = format.path("json_schema");
        JsonNode schema = named.path("schema");
        if (!named.path("name").isTextual() || schema.isMissingNode() || schema.isNull()) {
            throw new ConstraintException(
                    FORMAT, "response_format of type json_schema needs json_schema with name and schema");
        }
        return schema;
    }

    private static Constraint only(String field, Map<String, JsonNode> given) {
        if (given.size() != 1) {
            throw new ConstraintException(
                    field,
                    given.isEmpty()
                            ? "structured_outputs names no constraint; give exactly one of " + KINDS
                            : "Only one constraint can hold, but there are several: "
                                    + String.join(", ", given.keySet()));
        }
        Map.Entry<String, JsonNode> one = given.entrySet().iterator().next();
        return constraint(field, one.getKey(), one.getValue());
    }

    private static Constraint constraint(String field, String kind, JsonNode value) {
        return switch (kind) {
            case "json" -> new Constraint.Json(SchemaReader.read(field, schema(field, value)));
            case "regex" -> new Constraint.Matching(RegexReader.read(field, text(field, kind, value)));
            case "choice" -> new Constraint.OneOf(choices(field, value));
            case "json_object" -> anyObject(field, value);
            default ->
                throw new ConstraintException(
                        field, "rehearsal does not support structured_outputs " + kind + SUPPORTED);
        };
    }

    private static JsonNode schema(String field, JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return MAPPER.readTree(value.asText());
        } catch (JsonProcessingException e) {
            throw new ConstraintException(field, "json is a text that is not JSON itself: give a schema");
        }
    }

    private static String text(String field, String kind, JsonNode value) {
        if (!value.isTextual()) {
            throw new ConstraintException(field, kind + " must be a text, but is " + value);
        }
        return value.asText();
    }

    private static List<String> choices(String field, JsonNode value) {
        List<String> choices = new ArrayList<>();
        for (JsonNode one : value) {
            choices.add(text(field, "every choice", one));
        }
        if (!value.isArray() || choices.isEmpty()) {
            throw new ConstraintException(field, "choice must be a list of at least one text, but is " + value);
        }
        return choices;
    }

    private static Constraint anyObject(String field, JsonNode value) {
        if (!value.isBoolean() || !value.asBoolean()) {
            throw new ConstraintException(field, "json_object is " + value + "; give true, or leave it out");
        }
        return new Constraint.AnyObject();
    }
}
