package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.NumberedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the knowledge points of a solved problem: those recorded for it, if any; else what the reading rules find, worded
 * now and then differently, and now and then with a name that a filter should drop.
 */
final class ExtractingStage implements Stage {

    static final int USUAL_LIMIT = 5;
    private static final double OTHER_WORDING = 0.2;
    private static final double VAGUE = 0.06;
    private static final double TOO_DETAILED = 0.05;
    private static final double KEPT_SPECIAL = 0.85;
    private static final List<String> VAGUE_NAMES = List.of(
            "Problem-solving strategies", "Mathematical reasoning", "Logical thinking", "Understanding the problem");

    private final Map<String, List<String>> recorded = new HashMap<>();
    private final ReadingRules rules;

    ExtractingStage(Map<String, List<String>> recorded, ReadingRules rules) {
        recorded.forEach((problem, names) -> this.recorded.put(normalised(problem), List.copyOf(names)));
        this.rules = rules;
    }

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        String problem = Stage.input(inputs, "problem");
        int limit = limit(Stage.input(inputs, "limit"));
        return NumberedList.write(names(problem, Stage.input(inputs, "solution"), limit));
    }

    /** What every model names, whoever asks: only the problem and its solution count. */
    List<String> names(String problem, String solution, int limit) {
        String normalised = normalised(problem);
        List<String> known = recorded.get(normalised);
        List<String> names = known != null ? known : read(problem, solution, Dice.of("reading", normalised), limit);
        return names.subList(0, Math.min(limit, names.size()));
    }

    private List<String> read(String problem, String solution, Dice dice, int limit) {
        Set<String> names = new LinkedHashSet<>();
        List<ReadingRules.Rule> fitting = rules.fitting(problem, solution);
        int wanted = Math.min(limit, 2 + dice.about("how many").below(4));
        int special = wanted - dice.about("operations").below(2);
        for (ReadingRules.Rule rule : fitting) {
            boolean room = names.size() < (rule.general() ? wanted : special);
            if (room && (rule.general() || dice.about(rule.names().get(0)).chance(KEPT_SPECIAL))) {
                names.add(wording(rule, dice));
            }
        }
        if (names.isEmpty()) {
            names.add("Counting");
        }
        return spoilt(new ArrayList<>(names), solution, dice.about("spoilt"), limit);
    }

    private static String wording(ReadingRules.Rule rule, Dice dice) {
        List<String> names = rule.names();
        Dice wording = dice.about("wording of " + names.get(0));
        return wording.chance(OTHER_WORDING) ? wording.pick(names) : names.get(0);
    }

    private static List<String> spoilt(List<String> names, String solution, Dice dice, int limit) {
        String extra = "";
        if (dice.chance(VAGUE)) {
            extra = dice.pick(VAGUE_NAMES);
        } else if (dice.chance(TOO_DETAILED)) {
            extra = calculation(solution);
        }
        if (!extra.isEmpty()) {
            if (names.size() == limit) {
                names.remove(limit - 1);
            }
            names.add(extra);
        }
        return names;
    }

    /** A name that repeats a number of the solution instead of naming an idea. */
    private static String calculation(String solution) {
        int equals = solution.indexOf('=');
        int end = equals < 0 ? -1 : solution.indexOf('\n', equals);
        String result = equals < 0
                ? ""
                : solution.substring(equals + 1, end < 0 ? solution.length() : end)
                        .strip();
        int space = result.indexOf(' ');
        String number = space < 0 ? result : result.substring(0, space);
        return number.isEmpty() ? "" : "Computing the intermediate result " + number;
    }

    private static int limit(String given) {
        try {
            return Math.max(1, Integer.parseInt(given.strip()));
        } catch (NumberFormatException e) {
            return USUAL_LIMIT;
        }
    }

    /** Letters and digits only, so that spacing and punctuation do not hide a recorded problem. */
    private static String normalised(String problem) {
        StringBuilder text = new StringBuilder(problem.length());
        problem.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
