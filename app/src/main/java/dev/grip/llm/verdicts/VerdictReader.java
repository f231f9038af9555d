package dev.grip.llm.verdicts;

import dev.grip.llm.Answer;
import dev.grip.llm.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the verdict that ends an answer: from a JSON object with the right field, or from a line {@code Label: value} in the
 * usual disguises. The last ones count, and if they differ it is a conflict. Only the last 4,096 characters are read, with
 * bounded repetitions, so that any text is read in linear time. Thread-safe.
 */
public final class VerdictReader<V> {

    /** Rises with every change in what is read how; kept with each vote. */
    public static final int VERSION = 3;

    private final String label;
    private final VerdictValues<V> values;
    private final Pattern line;
    private final Pattern alone;

    private VerdictReader(String label, VerdictValues<V> values) {
        this.label = label;
        this.values = values;
        String before = "[ \\t*_`\"'$\\[({]{0,8}";
        String after = "[ \\t*_`\"'$\\])}.!]{0,8}";
        String words = Pattern.quote(label).replace(" ", "\\E[ \\t]{1,4}\\Q");
        line = Pattern.compile(
                "(?im)^[^\\w\\n]{0,16}" + words + "[ \\t*_`\"]{0,6}[:=]" + before + values.pattern() + after + "$");
        alone = Pattern.compile("(?i)\\s{0,8}" + before + values.pattern() + after + "\\s{0,8}");
    }

    /** A reader of {@code Label: True} or {@code False}. */
    public static VerdictReader<Boolean> trueFalse(String label) {
        return new VerdictReader<>(label, new WordValues<>(List.of("True", "False"), "True"::equals));
    }

    /** A reader of {@code Label: word}; each value is what {@code meaning} makes of the word as it is given here. */
    public static <V> VerdictReader<V> words(String label, List<String> words, Function<String, V> meaning) {
        return new VerdictReader<>(label, new WordValues<>(words, meaning));
    }

    /** A reader of {@code Label: x} with x from 0 to 1. */
    public static VerdictReader<Double> share(String label) {
        return new VerdictReader<>(label, new ShareValues());
    }

    /** What a constrained answer may be. */
    Constraint constraint() {
        return values.constraint(label.toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    /** The request for the verdict alone, after an answer in which it could not be read. */
    String request() {
        return "Your verdict could not be read. Repeat it in one line of exactly this form, and write nothing else:\n"
                + label + ": " + values.wanted();
    }

    /** Reads an answer to the question; of one that was cut off only whole lines count. */
    public Reading<V> read(Answer answer) {
        if (answer.complete()) {
            return read(answer.text());
        }
        if (answer instanceof Answer.Truncated) {
            int end = answer.text().lastIndexOf('\n');
            Reading<V> whole = read(end < 0 ? "" : answer.text().substring(0, end));
            return whole.path().equals(Reading.LINE) ? whole.by(Reading.CUT_LINE) : Reading.none(answer.outcome());
        }
        return Reading.none(answer.outcome());
    }

    /** Reads the answer to a request for the verdict alone, which may be nothing but the value. */
    Reading<V> readAlone(Answer answer) {
        if (!answer.complete()) {
            return Reading.none(answer.outcome());
        }
        Matcher whole = alone.matcher(AnswerText.lastLines(answer.text()));
        return whole.matches() ? value(whole) : read(answer.text());
    }

    Reading<V> read(String text) {
        String lines = AnswerText.lastLines(text);
        List<Reading<V>> found = new ArrayList<>();
        Matcher matches = line.matcher(lines);
        while (matches.find()) {
            found.add(value(matches));
        }
        Optional<Reading<V>> structured = JsonVerdict.last(lines, label).map(this::structured);
        structured.ifPresent(found::add);
        return agreed(found);
    }

    private Reading<V> structured(String value) {
        Matcher whole = alone.matcher(value);
        return whole.matches() ? value(whole).by(Reading.JSON) : Reading.none(Reading.OUT_OF_RANGE);
    }

    private Reading<V> value(Matcher match) {
        return values.read(match.group(1), match.groupCount() > 1 ? match.group(2) : null);
    }

    /** One thing said in several places is one verdict; a fault in any place is one of the whole. */
    private static <V> Reading<V> agreed(List<Reading<V>> found) {
        if (found.isEmpty()) {
            return Reading.none(Reading.UNPARSED);
        }
        Reading<V> first = found.get(0);
        for (Reading<V> one : found) {
            if (one.found() == null) {
                return one;
            }
            if (!one.value().equals(first.value())) {
                return Reading.none(Reading.CONFLICT);
            }
        }
        return first;
    }
}
