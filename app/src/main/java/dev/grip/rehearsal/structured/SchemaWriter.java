package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes a value of a schema that says what was said freely: the verdict where a boolean, number or list of values can
 * take it, the explanation into other texts. Where nothing fits, chance draws a value.
 */
final class SchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_DECIMALS = 340;
    private static final int USUAL_DECIMALS = 2;
    private static final int A_FEW = 3;
    private static final int ENOUGH = 200;
    private static final FreeAnswer NOTHING = FreeAnswer.plain("");
    private static final List<String> WORDS = List.of("a", "simulated", "answer", "of", "the", "rehearsal");

    private final Chance chance;
    private int written;

    SchemaWriter(Chance chance) {
        this.chance = chance;
    }

    /** What was said may be of the schema already; then it stays. */
    JsonNode write(Schema schema, FreeAnswer said) {
        return JsonText.read(said.text()).filter(schema::accepts).orElseGet(() -> value(schema, said));
    }

    private JsonNode value(Schema schema, FreeAnswer said) {
        written++;
        List<JsonNode> values = schema.values();
        if (values != null) {
            return listed(values, said);
        }
        if (!schema.branches().isEmpty()) {
            return value(Affinity.branch(schema.branches(), said, chance), said);
        }
        return switch (Affinity.type(schema, said)) {
            case OBJECT -> object(schema.members(), said);
            case ARRAY -> array(schema.items(), said);
            case STRING -> JSON.textNode(text(schema.lengths(), said.value()));
            case NUMBER -> JSON.numberNode(number(schema.numbers(), USUAL_DECIMALS, said));
            case INTEGER -> JSON.numberNode(number(schema.numbers(), 0, said).toBigIntegerExact());
            case BOOLEAN -> JSON.booleanNode(truth(said));
            case NULL -> JSON.nullNode();
        };
    }

    private JsonNode listed(List<JsonNode> values, FreeAnswer said) {
        List<String> texts = values.stream().map(JsonNode::asText).toList();
        return Closest.of(said, texts)
                .map(text -> values.get(texts.indexOf(text)))
                .orElseGet(() -> chance.pick(values));
    }

    private ObjectNode object(Schema.Members members, FreeAnswer said) {
        PropertyRoles roles = new PropertyRoles(members.all(), said);
        ObjectNode object = JSON.objectNode();
        members.all().forEach((name, schema) -> object.set(name, value(schema, roles.of(name, schema))));
        return object;
    }

    private ArrayNode array(Schema.Items items, FreeAnswer said) {
        List<FreeAnswer> sources = said.items().isEmpty()
                ? List.of(said)
                : said.items().stream().map(FreeAnswer::plain).toList();
        boolean drawn = said.value().isEmpty() && written < ENOUGH;
        int usual = drawn ? items.count().least() + chance.below(A_FEW) : sources.size();
        int count = items.count().nearest(usual);
        Schema each = items.each();
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(value(each == null ? Schema.ANY : each, i < sources.size() ? sources.get(i) : NOTHING));
        }
        return array;
    }

    private String text(Span lengths, String wanted) {
        StringBuilder text = new StringBuilder(wanted);
        while (text.isEmpty() || text.codePointCount(0, text.length()) < lengths.least()) {
            text.append(text.isEmpty() ? "" : " ").append(chance.pick(WORDS));
        }
        int length = text.codePointCount(0, text.length());
        return length <= lengths.most()
                ? text.toString()
                : text.substring(0, text.offsetByCodePoints(0, lengths.most()));
    }

    private BigDecimal number(NumberRange range, int decimals, FreeAnswer said) {
        Optional<BigDecimal> number = said.number();
        boolean asItIs = decimals > 0 && number.isPresent() && range.accepts(number.get());
        if (asItIs) {
            return number.get();
        }
        int scale = decimals == 0 ? 0 : range.decimals(decimals, MOST_DECIMALS);
        OptionalDouble share = said.share();
        return (share.isPresent()
                        ? range.nearest(onScale(range, share.getAsDouble()), scale)
                        : number.flatMap(given -> range.nearest(given, scale)))
                .or(() -> range.any(scale, chance))
                .orElseThrow(() -> new IllegalStateException("No number in " + range));
    }

    private static BigDecimal onScale(NumberRange range, double share) {
        NumberRange.Edge low = range.low();
        BigDecimal wanted = BigDecimal.valueOf(share);
        return low == null
                ? wanted
                : range.length()
                        .map(length -> low.at().add(length.multiply(wanted)))
                        .orElse(wanted);
    }

    private boolean truth(FreeAnswer said) {
        OptionalDouble share = said.share();
        return share.isPresent() ? share.getAsDouble() >= 0.5 : chance.below(2) == 1;
    }
}
