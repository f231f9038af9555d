package dev.grip.containers;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compose's variables in one text: {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?message}},
 * {@code ${NAME:+replacement}} and {@code $$} for a dollar sign. Anything else that starts with a dollar is an error.
 */
record Interpolation(Map<String, String> environment) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(\\$)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:[-?+])([^}]*))?\\}|(.?))");

    Interpolation {
        environment = Map.copyOf(environment);
    }

    String apply(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replace(match)));
    }

    private String replace(MatchResult match) {
        if (match.group(1) != null) {
            return "$";
        }
        if (match.group(2) == null) {
            throw new IllegalArgumentException("not a variable: " + match.group());
        }
        String value = environment.getOrDefault(match.group(2), "");
        String operator = match.group(3) == null ? "" : match.group(3);
        String operand = match.group(4) == null ? "" : match.group(4);
        return switch (operator) {
            case ":-" -> value.isEmpty() ? operand : value;
            case ":+" -> value.isEmpty() ? "" : operand;
            case ":?" -> required(match.group(2), value, operand);
            default -> value;
        };
    }

    private static String required(String name, String value, String message) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("required variable " + name + " is missing: " + message);
        }
        return value;
    }
}
