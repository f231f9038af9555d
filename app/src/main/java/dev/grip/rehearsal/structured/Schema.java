package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The supported part of a JSON Schema. A rule holds for values of its type only; {@code values} are the only ones allowed
 * (null: no such rule), and one of {@code branches} must fit if there are any.
 */
record Schema(
        Set<JsonType> types,
        NumberRange numbers,
        Span lengths,
        Items items,
        Members members,
        @Nullable List<JsonNode> values,
        List<Schema> branches,
        long cost) {

    static final Schema ANY = new Schema(
            EnumSet.allOf(JsonType.class),
            NumberRange.ALL,
            Span.ANY,
            Items.UNRULED,
            Members.UNRULED,
            null,
            List.of(),
            1);

    /** How many items a list may have, and of which kind; null: of any. */
    record Items(Span count, @Nullable Schema each) {

        static final Items UNRULED = new Items(Span.ANY, null);

        boolean accepts(JsonNode list) {
            return count.accepts(list.size()) && (each == null || all(list, each));
        }

        private static boolean all(JsonNode list, Schema each) {
            for (JsonNode item : list) {
                if (!each.accepts(item)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The properties of an object; {@code others} says of what kind further ones are (null: any), and whether they may be. */
    record Members(Map<String, Schema> properties, Set<String> required, boolean open, @Nullable Schema others) {

        static final Members UNRULED = new Members(Map.of(), Set.of(), true, null);

        boolean accepts(JsonNode object) {
            return required.stream().allMatch(object::has)
                    && object.properties().stream().allMatch(one -> accepts(one.getKey(), one.getValue()));
        }

        private boolean accepts(String name, JsonNode value) {
            Schema schema = properties.get(name);
            if (schema == null) {
                return open && (others == null || others.accepts(value));
            }
            return schema.accepts(value);
        }

        /** Everything that an answer should have: the declared properties, then what is required besides. */
        Map<String, Schema> all() {
            Map<String, Schema> all = new LinkedHashMap<>(properties);
            required.forEach(name -> all.putIfAbsent(name, others == null ? Schema.ANY : others));
            return all;
        }
    }

    boolean accepts(JsonNode value) {
        return types.stream().anyMatch(type -> type.accepts(value))
                && (values == null || values.stream().anyMatch(allowed -> same(allowed, value)))
                && (branches.isEmpty() || branches.stream().anyMatch(branch -> branch.accepts(value)))
                && fits(value);
    }

    private boolean fits(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> numbers.accepts(value.decimalValue());
            case STRING ->
                lengths.accepts(
                        value.textValue().codePointCount(0, value.textValue().length()));
            case ARRAY -> items.accepts(value);
            case OBJECT -> members.accepts(value);
            default -> true;
        };
    }

    private static boolean same(JsonNode a, JsonNode b) {
        boolean numbers = a.isNumber() && b.isNumber();
        return numbers ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }
}
