package dev.grip.llm.prompts;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code {{snake_case}}} places of a template. Doubled braces around anything but one word, as in
 * {@code \frac{{1}{2}}}, are ordinary text; around one word, also a misspelt one, they are a placeholder.
 */
final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\s*[A-Za-z_][A-Za-z0-9_-]*\\s*)\\}\\}");

    private Placeholders() {}

    static Set<String> in(String template) {
        Set<String> names = new LinkedHashSet<>();
        PLACE.matcher(template).results().map(place -> place.group(1)).forEach(names::add);
        return names;
    }

    /** Fills every place in one pass; what is filled in is not looked at again. */
    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        return value == null ? place.group() : value;
    }
}
