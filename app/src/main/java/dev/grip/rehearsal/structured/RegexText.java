package dev.grip.rehearsal.structured;

/** A regular expression while it is read: the place reached, and refusals that name it. */
final class RegexText {

    static final char END = '\0';

    private final String field;
    private final String pattern;
    private int at;

    RegexText(String field, String pattern) {
        this.field = field;
        this.pattern = pattern;
    }

    char peek() {
        return peek(0);
    }

    /** The character this far ahead; {@link #END} behind the last. */
    char peek(int ahead) {
        return at + ahead < pattern.length() ? pattern.charAt(at + ahead) : END;
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    int place() {
        return at;
    }

    /** What was read since a place. */
    String since(int place) {
        return pattern.substring(place, Math.min(at, pattern.length()));
    }

    /** The characters of an escape, whose backslash was read. */
    CharacterSet escape() {
        char c = next();
        return switch (c) {
            case 'd' -> CharacterSet.DIGITS;
            case 'D' -> CharacterSet.DIGITS.complement();
            case 'w' -> CharacterSet.WORD;
            case 'W' -> CharacterSet.WORD.complement();
            case 's' -> CharacterSet.SPACE;
            case 'S' -> CharacterSet.SPACE.complement();
            case 'n' -> CharacterSet.of('\n');
            case 'r' -> CharacterSet.of('\r');
            case 't' -> CharacterSet.of('\t');
            default -> {
                if (c == END || Character.isLetterOrDigit(c)) {
                    throw refusal("the escape \\" + (c == END ? "" : c));
                }
                yield CharacterSet.of(c);
            }
        };
    }

    ConstraintException refusal(String what) {
        return new ConstraintException(
                field,
                "rehearsal does not support " + what + " in a regex (near character " + Math.min(at, pattern.length())
                        + "); literals, classes, \\d \\w \\s, groups, |, ? * + {m,n} and anchors at the ends work");
    }
}
