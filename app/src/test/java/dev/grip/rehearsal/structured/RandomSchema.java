package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Schemas of every supported keyword, drawn. */
final class RandomSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES =
            List.of("verdict", "score", "reason", "ok", "level", "steps", "finalAnswer", "a b", "ünïcode");

    private final Draws draws;

    private RandomSchema(Draws draws) {
        this.draws = draws;
    }

    static ObjectNode draw(long seed) {
        return new RandomSchema(new Draws(seed)).schema(0);
    }

    private ObjectNode schema(int depth) {
        ObjectNode schema = JSON.objectNode();
        if (draws.below(4) == 0) {
            schema.put("title", "T").put("description", "d");
        }
        switch (draws.below(depth < 3 ? 11 : 7)) {
            case 0 -> schema.put("type", "boolean");
            case 1 -> number(schema);
            case 2 -> integer(schema);
            case 3 -> string(schema);
            case 4 -> listed(schema);
            case 5 -> several(schema);
            case 6 -> schema.set("const", value());
            case 7, 8 -> object(schema, depth);
            case 9 -> array(schema, depth);
            default -> either(schema, depth);
        }
        return schema;
    }

    private void number(ObjectNode schema) {
        schema.put("type", "number");
        double low = draws.below(2000) / 100.0 - 10;
        double length = List.of(0.001, 0.5, 1.0, 1000.0).get(draws.below(4));
        if (draws.coin()) {
            schema.put(draws.coin() ? "minimum" : "exclusiveMinimum", low);
        }
        if (draws.coin()) {
            schema.put(draws.coin() ? "maximum" : "exclusiveMaximum", low + length);
        }
    }

    private void integer(ObjectNode schema) {
        schema.put("type", "integer");
        int low = draws.below(40) - 20;
        if (draws.coin()) {
            schema.put("exclusiveMinimum", low + 0.5 * draws.below(2));
        }
        if (draws.coin()) {
            schema.put("maximum", low + 1 + draws.below(3));
        }
    }

    private void string(ObjectNode schema) {
        schema.put("type", "string");
        int low = draws.below(30);
        if (draws.coin()) {
            schema.put("minLength", low);
        }
        if (draws.coin()) {
            schema.put("maxLength", low + draws.below(4));
        }
    }

    private void listed(ObjectNode schema) {
        if (draws.coin()) {
            schema.putArray("enum").add("True").add("False");
        } else {
            ArrayNode values = schema.putArray("enum");
            for (int i = 0; i <= draws.below(4); i++) {
                values.add(value());
            }
        }
    }

    private JsonNode value() {
        return switch (draws.below(6)) {
            case 0 -> JSON.numberNode(draws.below(10));
            case 1 -> JSON.booleanNode(draws.coin());
            case 2 -> JSON.nullNode();
            case 3 -> JSON.objectNode().put("x", 1);
            case 4 -> JSON.arrayNode().add("y");
            default -> JSON.textNode("word" + draws.below(3));
        };
    }

    private void several(ObjectNode schema) {
        ArrayNode types = schema.putArray("type");
        for (String type : List.of("string", "number", "null", "boolean", "array", "object")) {
            if (draws.coin()) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            types.add("null");
        }
    }

    private void object(ObjectNode schema, int depth) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (String name : NAMES) {
            if (draws.below(3) == 0) {
                properties.set(name, schema(depth + 1));
                if (draws.coin()) {
                    required.add(name);
                }
            }
        }
        switch (draws.below(4)) {
            case 0 -> schema.put("additionalProperties", false);
            case 1 -> schema.set("additionalProperties", schema(depth + 1));
            case 2 -> required.add("undeclared");
            default -> {}
        }
        schema.set("required", required);
    }

    private void array(ObjectNode schema, int depth) {
        schema.put("type", "array");
        int low = draws.below(4);
        if (draws.coin()) {
            schema.put("minItems", low);
        }
        if (draws.coin()) {
            schema.put("maxItems", low + draws.below(3));
        }
        if (draws.below(4) > 0) {
            schema.set("items", schema(depth + 1));
        }
    }

    private void either(ObjectNode schema, int depth) {
        ArrayNode branches = schema.putArray("anyOf");
        for (int i = 0; i <= draws.below(3); i++) {
            branches.add(schema(depth + 1));
        }
    }
}
