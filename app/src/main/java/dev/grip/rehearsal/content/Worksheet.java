package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Works through the steps of a block with its numbers. */
final class Worksheet {

    private static final Pattern WORD_EDGE = Pattern.compile("\\b");

    private Worksheet() {}

    /** One step with numbers in it: {@code 12 * 38 = 456}. */
    record Line(String meaning, String calculation, long value) {

        String text() {
            return meaning + ": " + calculation + " = " + value;
        }
    }

    /** All lines, or none at all if one of them would not be a whole positive number. */
    static List<Line> solve(StoryBlock block, Map<String, Long> numbers, long before) {
        Map<String, Long> values = new HashMap<>(numbers);
        values.put("in", before);
        List<Line> lines = new ArrayList<>();
        for (StoryBlock.Step step : block.steps()) {
            OptionalLong value = Arithmetic.evaluate(step.expression(), values);
            if (value.isEmpty() || value.getAsLong() <= 0) {
                return List.of();
            }
            lines.add(new Line(step.meaning(), withNumbers(step.expression(), values), value.getAsLong()));
            values.put(step.name(), value.getAsLong());
        }
        return lines;
    }

    private static String withNumbers(String expression, Map<String, Long> values) {
        StringBuilder text = new StringBuilder();
        for (String word : WORD_EDGE.splitAsStream(expression).toList()) {
            Long value = values.get(word);
            text.append(value == null ? word : value.toString());
        }
        return text.toString();
    }
}
