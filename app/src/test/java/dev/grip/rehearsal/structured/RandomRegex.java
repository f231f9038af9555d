package dev.grip.rehearsal.structured;

import java.util.List;

/** Regular expressions of every supported construct, drawn. */
final class RandomRegex {

    private static final List<String> CLASSES = List.of(
            "[abc]",
            "[^abc]",
            "[a-f0-9]",
            "[\\d.]",
            "[^\\s]",
            "[-x]",
            "[x-]",
            "[\\]\\-]",
            "\\d",
            "\\w",
            "\\s",
            "\\D",
            "\\W",
            "\\S",
            ".",
            "[A-Z_]",
            "[\\w\\s]",
            "[\u00e0-\u00ff]");
    private static final List<String> LITERALS =
            List.of("a", "Score", ": ", "\\.", "\\(", "\\\\", "\\n", "\\{", "true", "\u00fc", "\"", "\\$", "]", "-");
    private static final List<String> LIMITED = List.of("?", "{2}", "{0,2}", "{0}");
    private static final List<String> QUANTIFIERS = List.of("?", "*", "+", "{2}", "{0,3}", "{1,}", "{0}");

    private final Draws draws;

    private RandomRegex(Draws draws) {
        this.draws = draws;
    }

    static String draw(long seed) {
        RandomRegex regex = new RandomRegex(new Draws(seed));
        return (regex.draws.coin() ? "^" : "") + regex.sequence(0) + (regex.draws.coin() ? "$" : "");
    }

    private String sequence(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= draws.below(4); i++) {
            text.append(repeated(depth));
        }
        return text.toString();
    }

    /** Groups are repeated a limited number of times only: the engine that checks them would backtrack without end. */
    private String repeated(int depth) {
        boolean quantified = draws.below(3) == 0;
        return switch (draws.below(depth < 2 ? 4 : 2)) {
            case 0 -> draws.pick(CLASSES) + (quantified ? draws.pick(QUANTIFIERS) : "");
            case 1 -> "(?:" + draws.pick(LITERALS) + ")" + (quantified ? draws.pick(QUANTIFIERS) : "");
            case 2 -> "(" + sequence(depth + 1) + ")" + (quantified ? draws.pick(LIMITED) : "");
            default -> "(?:" + sequence(depth + 1) + "|" + sequence(depth + 1) + ")";
        };
    }
}
