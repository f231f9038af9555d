package dev.grip.knowledge.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a JSON list of texts, or of objects with a field like {@code name}. Read by its quotes, because an answer with
 * {@code "\frac"} in it is no valid JSON, and what is valid in it, {@code \f}, is not what was meant.
 */
final class JsonNames {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.){0,20000}+)\"([ \\t\\n]{0,8}:)?");
    private static final Pattern NAMING = Pattern.compile("name|point|title|concept|skill|topic|term");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/])|[nrt](?![A-Za-z]))");

    private JsonNames() {}

    static List<String> items(String text) {
        int begin = text.indexOf('[');
        List<String> names = new ArrayList<>();
        if (begin < 0) {
            return names;
        }
        Matcher quoted = QUOTED.matcher(text.substring(Math.max(0, text.lastIndexOf('{', begin))));
        String field = "name";
        while (quoted.find()) {
            if (quoted.group(2) != null) {
                field = quoted.group(1).toLowerCase(Locale.ROOT);
            } else if (NAMING.matcher(field).find()) {
                names.add(unescaped(quoted.group(1)));
            }
        }
        return names;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
    }

    private static String character(
            @org.jspecify.annotations.Nullable String code, @org.jspecify.annotations.Nullable String sign) {
        if (code != null) {
            return String.valueOf((char) Integer.parseInt(code, 16));
        }
        return sign == null ? " " : sign;
    }
}
