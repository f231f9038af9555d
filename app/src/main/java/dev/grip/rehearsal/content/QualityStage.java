package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sorts names into keep, vague, wrong and too detailed by fixed words and by what they are made of. */
final class QualityStage implements Stage {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String KEEP = "keep";
    private static final int MOST_WORDS = 9;
    private static final List<String> VAGUE = List.of(
            "problem-solving",
            "problem solving",
            "solving problems",
            "real-world",
            "real world",
            "real-life",
            "word problem",
            "logical",
            "critical thinking",
            "the problem",
            "mathematical reasoning",
            "mathematical thinking",
            "basic arithmetic",
            "arithmetic operation",
            "basic operation",
            "basic math",
            "single problem",
            "sequential operation",
            "multiple conditions",
            "relationship between different",
            "strateg");
    private static final List<String> VAGUE_ALONE =
            List.of("arithmetic", "mathematics", "math", "numbers", "calculation", "reasoning", "interpretation");
    private static final List<String> WRONG = List.of(
            "converges if its terms approach zero",
            "division by zero is",
            "sum of the squares is the square of the sum",
            "every continuous function is differentiable",
            "all primes are odd",
            "zero is not an integer");

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        return judge(Stage.input(inputs, "name"));
    }

    /** Whether a name is usable. */
    static boolean keeps(String name) {
        return judge(name).endsWith(KEEP);
    }

    private static String judge(String name) {
        String words = name.toLowerCase(Locale.ROOT).strip();
        if (words.isEmpty()) {
            return verdict("There is no name.", "vague");
        }
        if (WRONG.stream().anyMatch(words::contains)) {
            return verdict("It states something that is false.", "wrong");
        }
        if (words.indexOf('=') >= 0 || words.chars().anyMatch(Character::isDigit)) {
            return verdict("It contains numbers or an equation of one problem.", "too_detailed");
        }
        if (SPACE.splitAsStream(words).count() > MOST_WORDS) {
            return verdict("It describes one situation instead of naming an idea.", "too_detailed");
        }
        if (VAGUE.stream().anyMatch(words::contains) || VAGUE_ALONE.contains(words)) {
            return verdict("It would fit almost any problem.", "vague");
        }
        return verdict("It names one idea that can be taught and tested.", KEEP);
    }

    private static String verdict(String reason, String verdict) {
        return "Reason: " + reason + "\nVerdict: " + verdict;
    }
}
