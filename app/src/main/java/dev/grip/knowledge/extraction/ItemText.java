package dev.grip.knowledge.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name in an item of a list: without emphasis, quotes, a description after it, a second mark or final punctuation. */
final class ItemText {

    private static final Pattern SECOND_MARK =
            Pattern.compile("^[*_`]{0,3}(?:\\d{1,3}[ \\t]?[.):、](?!\\d)|[-*+•–—])[ \\t]{1,4}");
    /** A name in bold or followed by the end of bold, with a description after it. */
    private static final Pattern DESCRIBED =
            Pattern.compile("^(?:\\*\\*)?([^*]{1,200}?)(?:\\*\\*[ \\t]{0,2}[:：–—-]|[:：]\\*\\*).*$", Pattern.DOTALL);
    /** A short name, a colon or dash, and at least four words more. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "^([^:：]{2,80}?)(?:[:：][ \\t]|[ \\t][–—-][ \\t])[ \\t]{0,4}(?:[^ \\t]{1,100}[ \\t]{1,4}){3}[^ \\t].*$",
            Pattern.DOTALL);

    private static final Pattern EMPHASIS =
            Pattern.compile("\\*{1,3}|`{1,3}|(?<![\\p{L}\\d}])_{1,3}|_{1,3}(?![\\p{L}\\d{])");
    private static final Pattern QUOTED = Pattern.compile("^[\"'“‘「](.{1,400})[\"'”’」]$");
    private static final Pattern END = Pattern.compile("[.;,:。；，：]{1,3}$");
    private static final Pattern SPACE = Pattern.compile("\\s{1,20}");

    private ItemText() {}

    static String name(String item) {
        String marked = SECOND_MARK.matcher(item).replaceFirst("");
        Matcher described = DESCRIBED.matcher(marked);
        Matcher explained = EXPLAINED.matcher(marked);
        String name = described.matches() ? described.group(1) : explained.matches() ? explained.group(1) : marked;
        String plain = withoutEnd(EMPHASIS.matcher(name).replaceAll("").strip());
        Matcher quoted = QUOTED.matcher(plain);
        return SPACE.matcher(quoted.matches() ? withoutEnd(quoted.group(1)) : plain)
                .replaceAll(" ");
    }

    /** Whether there is more than marks: a letter, a number or a picture. */
    static boolean saysSomething(String name) {
        return name.codePoints()
                .anyMatch(point ->
                        Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL);
    }

    private static String withoutEnd(String name) {
        return END.matcher(name).replaceFirst("").strip();
    }
}
