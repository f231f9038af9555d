package dev.grip.llm.verdicts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict in a JSON object of an answer: of the last object that stands by itself, the field that the label names. Strict JSON
 * is tried before what models make of it. Everything but the verdict is ignored, and with it what JSON does to LaTeX.
 */
final class JsonVerdict {

    private static final ObjectReader STRICT = new JsonMapper().reader();
    private static final ObjectReader LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .build()
            .reader();

    /** Groups in braces, such as those of LaTeX, that are tried from the end. */
    private static final int LOOKED_AT = 16;

    private JsonVerdict() {}

    /** The value as text. */
    static Optional<String> last(String text, String label) {
        int depth = 0;
        int end = 0;
        int seen = 0;
        for (int i = text.length() - 1; i >= 0 && seen < LOOKED_AT; i--) {
            char c = text.charAt(i);
            if (c == '}' && depth++ == 0) {
                end = i + 1;
            } else if (c == '{' && depth > 0 && --depth == 0) {
                seen++;
                Optional<String> value = field(text.substring(i, end), label);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> field(String object, String label) {
        JsonNode root = parse(object);
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (names(field.getKey(), label) && field.getValue().isValueNode()) {
                return Optional.of(field.getValue().asText());
            }
        }
        return Optional.empty();
    }

    /** Whether it is the label or its last words: a key without letters is none, and neither is a part of a word. */
    private static boolean names(String key, String label) {
        String plain = plain(key);
        for (int from = 0; from >= 0; from = label.indexOf(' ', from + 1)) {
            if (plain.equals(plain(label.substring(from)))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static JsonNode parse(String object) {
        try {
            return STRICT.readTree(object);
        } catch (JsonProcessingException strict) {
            try {
                return LENIENT.readTree(object);
            } catch (JsonProcessingException hopeless) {
                return MissingNode.getInstance();
            }
        }
    }
}
