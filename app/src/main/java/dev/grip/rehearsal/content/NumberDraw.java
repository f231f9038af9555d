package dev.grip.rehearsal.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws numbers for a block until every step of it comes out whole and positive; none if that does not happen. */
final class NumberDraw {

    private static final int TRIES = 60;

    private NumberDraw() {}

    static Optional<Map<String, Long>> draw(StoryBlock block, long before, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            Map<String, Long> values = throwOnce(block, dice);
            if (!Worksheet.solve(block, values, before).isEmpty()) {
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Long> throwOnce(StoryBlock block, Dice dice) {
        Map<String, Long> values = new HashMap<>();
        block.numbers().forEach((name, range) -> values.put(name, number(range, values, dice)));
        return values;
    }

    private static long number(String range, Map<String, Long> values, Dice dice) {
        if (range.startsWith("=")) {
            OptionalLong value = Arithmetic.evaluate(range.substring(1), values);
            return value.orElseThrow(() -> new IllegalStateException("No value for story number " + range));
        }
        int dots = range.indexOf("..");
        int slash = range.indexOf('/');
        int low = Integer.parseInt(range.substring(0, dots));
        int high = Integer.parseInt(range.substring(dots + 2, slash < 0 ? range.length() : slash));
        int step = slash < 0 ? 1 : Integer.parseInt(range.substring(slash + 1));
        return low + (long) step * dice.below((high - low) / step + 1);
    }
}
