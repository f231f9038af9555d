package dev.grip.knowledge.quality;

import java.util.Optional;
import java.util.regex.Pattern;

/** What about a name is certain without asking a model: it has no words, or it is a text instead of a name. */
final class NameRules {

    static final String RULE = "rule";

    private static final int LONGEST_NAME = 200;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]{1,40}");
    private static final Pattern MATHEMATICS = Pattern.compile("[=^<>$\\\\]");
    /** Two letters on end, or one of a script that writes a word in one letter. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}|\\p{Lo}");

    private NameRules() {}

    /** A verdict and its reason. */
    record Certain(String verdict, String reason) {}

    static Optional<Certain> judge(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.of(new Certain("too_detailed", "it is longer than " + LONGEST_NAME + " characters"));
        }
        String words = COMMAND.matcher(name).replaceAll(" ");
        if (!LETTER.matcher(words).find()) {
            return Optional.of(new Certain("vague", "it holds no word"));
        }
        if (MATHEMATICS.matcher(name).find() && !WORD.matcher(words).find()) {
            return Optional.of(new Certain("too_detailed", "it is a formula instead of a name"));
        }
        return Optional.empty();
    }
}
