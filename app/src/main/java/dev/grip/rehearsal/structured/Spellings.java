package dev.grip.rehearsal.structured;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** The ways to write one value, the usual one first: other words for it, other cases, fewer digits, other scales. */
final class Spellings {

    private static final List<String> YES = List.of(
            "true", "yes", "correct", "right", "valid", "pass", "passed", "accept", "accepted", "approved", "y", "1");
    private static final List<String> NO = List.of(
            "false",
            "no",
            "incorrect",
            "wrong",
            "invalid",
            "fail",
            "failed",
            "reject",
            "rejected",
            "refused",
            "n",
            "0");
    private static final List<List<String>> LEVELS = List.of(
            List.of("low", "easy", "simple"),
            List.of("medium", "moderate", "intermediate", "middle"),
            List.of("high", "hard", "difficult", "challenging"));

    private Spellings() {}

    /** Words for what was said, in lower case: the value, and its synonyms if it is true, false or a level. */
    static List<String> words(FreeAnswer said) {
        String value = said.value().toLowerCase(Locale.ROOT);
        return said.truth()
                .map(Spellings::truth)
                .or(() -> LEVELS.stream().filter(level -> level.contains(value)).findFirst())
                .orElseGet(() -> List.of(value));
    }

    static List<String> truth(boolean truth) {
        return truth ? YES : NO;
    }

    /** Words of the level that a share from 0 to 1 falls into, of three equal ones. */
    static List<String> level(double share) {
        return LEVELS.get(Math.min(LEVELS.size() - 1, (int) (share * LEVELS.size())));
    }

    /** Everything to try in a text of fixed form, best first. */
    static List<String> all(FreeAnswer said) {
        Set<String> all = new LinkedHashSet<>();
        all.add(said.value());
        said.number().ifPresent(number -> all.addAll(numbers(number)));
        OptionalDouble share = said.share();
        for (String word : words(said)) {
            addCases(all, word);
        }
        if (said.number().isPresent() && share.isPresent()) {
            level(share.getAsDouble()).forEach(word -> addCases(all, word));
            truth(share.getAsDouble() >= 0.5).forEach(word -> addCases(all, word));
        }
        return new ArrayList<>(all);
    }

    private static void addCases(Set<String> all, String word) {
        if (!word.isEmpty()) {
            all.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            all.add(word);
            all.add(word.toUpperCase(Locale.ROOT));
        }
    }

    /** With other numbers of digits, then out of a hundred, out of ten, and as 0 or 1. */
    private static List<String> numbers(BigDecimal number) {
        List<String> numbers = new ArrayList<>();
        for (int digits : List.of(2, 1, 3, 4)) {
            numbers.add(number.setScale(digits, RoundingMode.HALF_UP).toPlainString());
        }
        numbers.add(number.stripTrailingZeros().toPlainString());
        for (int tens : List.of(2, 1, 0)) {
            numbers.add(number.movePointRight(tens)
                    .setScale(0, RoundingMode.HALF_UP)
                    .toPlainString());
        }
        return numbers;
    }
}
