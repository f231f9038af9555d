package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/** How well a value of some type or schema can take what was said: from 0, not at all, to 3, as it is. */
final class Affinity {

    static final int EXACT = 3;
    private static final int WELL = 2;
    private static final int CONVERTED = 1;
    private static final int NOT = 0;

    /** A rule for values of a type says that such a value is wanted, even where others are allowed. */
    private static final int RULED = 10;

    private Affinity() {}

    static int of(Schema schema, FreeAnswer said) {
        List<JsonNode> values = schema.values();
        if (values != null) {
            List<String> texts = values.stream().map(JsonNode::asText).toList();
            return Closest.of(said, texts).isPresent() ? EXACT : NOT;
        }
        if (!schema.branches().isEmpty()) {
            return schema.branches().stream()
                    .mapToInt(branch -> of(branch, said))
                    .max()
                    .orElse(NOT);
        }
        JsonType type = type(schema, said);
        return type == JsonType.OBJECT ? ofObject(schema, said) : of(type, said);
    }

    /** The type to answer in. */
    static JsonType type(Schema schema, FreeAnswer said) {
        return schema.types().stream()
                .max(Comparator.comparingInt((JsonType type) -> of(type, said) + (ruled(schema, type) ? RULED : 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(JsonType.NULL);
    }

    /** The branch to answer in; equals are drawn. */
    static Schema branch(List<Schema> branches, FreeAnswer said, Chance chance) {
        int best = branches.stream().mapToInt(branch -> of(branch, said)).max().orElse(NOT);
        return chance.pick(
                branches.stream().filter(branch -> of(branch, said) == best).toList());
    }

    private static int ofObject(Schema schema, FreeAnswer said) {
        return schema.members().all().values().stream()
                .mapToInt(property -> of(property, said))
                .max()
                .orElse(CONVERTED);
    }

    private static int of(JsonType type, FreeAnswer said) {
        boolean number = said.number().isPresent();
        boolean share = said.share().isPresent();
        return switch (type) {
            case BOOLEAN -> said.truth().isPresent() ? EXACT : share ? CONVERTED : NOT;
            case NUMBER -> number ? EXACT : share ? CONVERTED : NOT;
            case INTEGER -> number ? WELL : share ? CONVERTED : NOT;
            case STRING -> said.value().isEmpty() ? CONVERTED : WELL;
            case ARRAY -> said.items().isEmpty() ? NOT : EXACT;
            case OBJECT -> CONVERTED;
            case NULL -> NOT;
        };
    }

    private static boolean ruled(Schema schema, JsonType type) {
        return switch (type) {
            case OBJECT -> !schema.members().equals(Schema.Members.UNRULED);
            case ARRAY -> !schema.items().equals(Schema.Items.UNRULED);
            case STRING -> !schema.lengths().equals(Span.ANY);
            case NUMBER, INTEGER -> !schema.numbers().equals(NumberRange.ALL);
            case BOOLEAN, NULL -> false;
        };
    }
}
