package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What a model said without a constraint, taken apart: its last line {@code label: value}, and the explanation before it.
 * Without such a line the label is empty and the value is the whole text.
 */
public record FreeAnswer(String text, String explanation, String label, String value) {

    private static final int LONGEST_LABEL = 40;
    private static final Pattern LABEL = Pattern.compile("[\\p{L}][\\p{L} _-]{0," + (LONGEST_LABEL - 1) + "}");
    private static final Pattern WORD = Pattern.compile("[\\w.+-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");
    private static final Pattern NUMBERED = Pattern.compile("\\s{0,8}\\d{1,4}[.)].*");
    private static final List<String> LEVELS = List.of("low", "medium", "high");

    public static FreeAnswer of(String text) {
        String body = text.strip();
        int start = body.lastIndexOf('\n') + 1;
        int colon = body.indexOf(':', start);
        String label = colon < 0 ? "" : body.substring(start, colon).strip();
        if (!LABEL.matcher(label).matches()) {
            return plain(text);
        }
        return new FreeAnswer(
                text,
                body.substring(0, start).strip(),
                label,
                body.substring(colon + 1).strip());
    }

    /** One text and nothing more. */
    static FreeAnswer plain(String text) {
        return new FreeAnswer(text, "", "", text.strip());
    }

    /** The explanation alone; the value if there is no explanation. */
    FreeAnswer reason() {
        return plain(explanation.isEmpty() ? value : explanation);
    }

    /** Whether it ends in a verdict: a label and one word or number. */
    public boolean verdict() {
        return !label.isEmpty() && WORD.matcher(value).matches();
    }

    /** The value as true or false. */
    public Optional<Boolean> truth() {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The value as a number. */
    public Optional<BigDecimal> number() {
        return NUMBER.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** The value as a share from 0 to 1: a score as it is; false, low, medium, high and true from bottom to top. */
    OptionalDouble share() {
        Optional<BigDecimal> number = number();
        if (number.isPresent()) {
            double share = number.get().doubleValue();
            return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
        }
        int level = LEVELS.indexOf(value.toLowerCase(Locale.ROOT));
        if (level >= 0) {
            return OptionalDouble.of(level / (LEVELS.size() - 1.0));
        }
        Optional<Boolean> truth = truth();
        return truth.isPresent() ? OptionalDouble.of(truth.get() ? 1 : 0) : OptionalDouble.empty();
    }

    String lastLine() {
        String body = text.strip();
        return body.substring(body.lastIndexOf('\n') + 1).strip();
    }

    /** The items of a numbered list; none if the text is anything else. */
    List<String> items() {
        boolean list = text.lines().filter(line -> !line.isBlank()).allMatch(line -> NUMBERED.matcher(line)
                .matches());
        return list ? NumberedList.read(text) : List.of();
    }

    /** As an object of its parts; what is a JSON object already stays as it is. */
    ObjectNode toJson() {
        if (JsonText.read(text).orElse(null) instanceof ObjectNode object) {
            return object;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> items = items();
        if (!items.isEmpty()) {
            items.forEach(object.putArray("items")::add);
            return object;
        }
        if (!explanation.isEmpty()) {
            object.put("explanation", explanation);
        }
        object.set(label.isEmpty() ? "answer" : label.toLowerCase(Locale.ROOT).replace(' ', '_'), typed());
        return object;
    }

    private JsonNode typed() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return truth().<JsonNode>map(json::booleanNode)
                .or(() -> number().map(json::numberNode))
                .orElseGet(() -> json.textNode(value));
    }
}
