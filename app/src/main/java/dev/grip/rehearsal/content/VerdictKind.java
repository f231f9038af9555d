package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.FreeAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a verdict is made of, and the words that go with it. */
enum VerdictKind {
    SCORE,
    TRUTH,
    LEVEL;

    private static final List<String> LEVELS = List.of("low", "medium", "high");
    private static final List<String> CHINESE_LEVELS = List.of("低", "中等", "高");

    static VerdictKind of(FreeAnswer said) {
        if (said.number().isPresent()) {
            return SCORE;
        }
        return said.truth().isPresent() ? TRUTH : LEVEL;
    }

    /** A verdict of the kind that is not the one said. */
    String other(FreeAnswer said, Dice dice) {
        return switch (this) {
            case SCORE -> score((number(said) + 0.2 + 0.6 * dice.fraction()) % 1);
            case TRUTH -> truth(said) ? "False" : "True";
            case LEVEL ->
                dice.pick(LEVELS.stream()
                        .filter(level -> !level.equals(said.value()))
                        .toList());
        };
    }

    /** Something in the place of a verdict that is none. */
    String outside(Dice dice) {
        return dice.pick(
                switch (this) {
                    case SCORE -> List.of("-0.3", "1.7", "94", "7.5");
                    case TRUTH -> List.of("Maybe", "Unclear", "Partially true");
                    case LEVEL -> List.of("very high", "trivial", "extreme");
                });
    }

    /** The verdict out of ten, a hundred or five. */
    String outOf(FreeAnswer said, Dice dice) {
        double share =
                switch (this) {
                    case SCORE -> number(said);
                    case TRUTH -> truth(said) ? 1 : 0;
                    case LEVEL -> Math.max(0, LEVELS.indexOf(said.value())) / 2.0;
                };
        return switch (dice.below(3)) {
            case 0 -> String.format(Locale.ROOT, "%.1f/10", share * 10);
            case 1 -> String.format(Locale.ROOT, "%d/100", Math.round(share * 100));
            default -> String.format(Locale.ROOT, "%.1f out of 5.", share * 5);
        };
    }

    /** The verdict in a sentence. */
    String sentence(FreeAnswer said) {
        return switch (this) {
            case SCORE -> "All in all I would rate this at about " + said.value() + ", which seems fair to me.";
            case TRUTH ->
                truth(said)
                        ? "In summary, the solution appears to be correct and can be accepted."
                        : "In summary, the solution contains a mistake and should not be accepted.";
            case LEVEL -> "Overall I would call this " + said.value() + ", judged by the reasoning that is needed.";
        };
    }

    /** The form as a prompt describes it. */
    String form() {
        return switch (this) {
            case SCORE -> "a number from 0 to 1";
            case TRUTH -> "True or False";
            case LEVEL -> "low, medium or high";
        };
    }

    /** The verdict line in Chinese. */
    String chinese(FreeAnswer said) {
        return switch (this) {
            case SCORE -> "评估分数：" + said.value();
            case TRUTH -> "答案：" + (truth(said) ? "正确" : "错误");
            case LEVEL -> {
                int level = LEVELS.indexOf(said.value());
                yield "难度：" + (level < 0 ? said.value() : CHINESE_LEVELS.get(level));
            }
        };
    }

    private static double number(FreeAnswer said) {
        return said.number().orElse(BigDecimal.ZERO).doubleValue();
    }

    private static boolean truth(FreeAnswer said) {
        return said.truth().orElse(false);
    }

    private static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
