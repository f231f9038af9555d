package dev.grip.llm.verdicts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the line {@code Label: value} that ends an answer, in the usual disguises. Only bounded repetitions, so that any text is read
 * in linear time. Thread-safe.
 */
public final class FinalLine {

    private final Pattern line;

    /** {@code values} is a regular expression without groups for the values that count. */
    public FinalLine(String label, String values) {
        line = Pattern.compile("(?im)^[^\\w\\n]{0,16}" + Pattern.quote(label)
                + "[ \\t*_`]{0,6}[:=][ \\t*_`\"'$\\[({]{0,8}(" + values
                + ")[ \\t*_`\"'$\\])}.!]{0,8}$");
    }

    /** The value in lower case; empty when no line has one or two lines differ. */
    public Optional<String> read(String answer) {
        Matcher lines = line.matcher(AnswerText.lastLines(answer));
        String value = "";
        while (lines.find()) {
            String found = lines.group(1).toLowerCase(Locale.ROOT);
            if (!value.isEmpty() && !value.equals(found)) {
                return Optional.empty();
            }
            value = found;
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
