package dev.grip.knowledge.mentions;

/**
 * A name without the punctuation that only parts words, and with mathematics written closely: {@code x - 2} becomes {@code x-2},
 * {@code problem-solving} becomes two words. Signs that carry meaning, as in {@code n!}, {@code 3.14} or {@code C#}, stay. One pass.
 */
final class Punctuation {

    private static final char NONE = '\u0000';

    private final String text;
    private final StringBuilder out;
    private int at;

    private Punctuation(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static String plain(String text) {
        Punctuation punctuation = new Punctuation(spaced(text));
        while (punctuation.at < punctuation.text.length()) {
            punctuation.take();
        }
        return spaced(punctuation.out.toString());
    }

    /** Single blanks between words and none at the ends. */
    private static String spaced(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || !blank) {
                single.append(c);
            }
            blank = c == ' ';
        }
        int end = single.length();
        return single.substring(0, end > 0 && single.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    private void take() {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || c == ' ') {
            out.append(c);
        } else {
            sign(c);
        }
        at++;
    }

    private void sign(char c) {
        switch (c) {
            case '\'' -> keep(apostrophe(), "", c);
            case '-' -> dash();
            case '=', '<', '>', '+', '^', '/', '|', ')', '[', ']' -> close(c);
            case '*' -> star();
            case '_' -> keep(Character.isLetterOrDigit(beside(-1)) && Character.isLetterOrDigit(beside(1)), " ", c);
            case '(' -> open();
            case '.', ',', ':' -> keep(Character.isDigit(beside(-1)) && Character.isDigit(beside(1)), " ", c);
            case '!' -> factorial();
            case '#' -> keep(Character.isLetter(beside(-1)), " ", c);
            default -> keep(!punctuation(c), " ", c);
        }
    }

    private void keep(boolean kept, String instead, char c) {
        if (kept) {
            out.append(c);
        } else {
            out.append(instead);
        }
    }

    /** Between letters, or the prime of a function's derivative. */
    private boolean apostrophe() {
        boolean letterAfter = Character.isLetter(beside(1));
        boolean single = Character.isLetter(beside(-1)) && !Character.isLetter(beside(-2));
        return letterAfter ? Character.isLetter(beside(-1)) : single;
    }

    /** A minus between numbers and single letters, otherwise a hyphen. */
    private void dash() {
        boolean number = Character.isDigit(beside(1));
        if (before() == NONE || wordBefore()) {
            keep(number && beside(-1) != '-' && !Character.isLetter(beside(-1)), " ", '-');
        } else if (after() == NONE || wordAfter()) {
            out.append(' ');
        } else {
            close('-');
        }
    }

    /** A product, or in two signs a power; otherwise emphasis. */
    private void star() {
        if (operand(beside(-1)) && beside(1) == '*' && operand(beside(2))) {
            at++;
            close('^');
        } else if (operand(before()) && operand(after())) {
            close('*');
        } else {
            out.append(' ');
        }
    }

    /** The plural in "equation(s)" is one; any other parenthesis stays. */
    private void open() {
        if (text.startsWith("(s)", at) && Character.isLetter(beside(-1)) && Character.isLetter(beside(-2))) {
            at += 2;
        } else {
            close('(');
        }
    }

    private void factorial() {
        boolean single = Character.isLetter(beside(-1)) && !Character.isLetter(beside(-2));
        if (beside(1) == '=') {
            close('!');
        } else {
            keep(single || Character.isDigit(beside(-1)) || beside(-1) == ')', " ", '!');
        }
    }

    /** A sign without blanks around it. */
    private void close(char c) {
        int end = out.length();
        out.setLength(end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
        out.append(c);
        at += beside(1) == ' ' ? 1 : 0;
    }

    /** The character at this distance, or none. */
    private char beside(int distance) {
        int place = at + distance;
        return place >= 0 && place < text.length() ? text.charAt(place) : NONE;
    }

    private char before() {
        return beside(-1) == ' ' ? beside(-2) : beside(-1);
    }

    private char after() {
        return beside(1) == ' ' ? beside(2) : beside(1);
    }

    private boolean wordBefore() {
        int gap = beside(-1) == ' ' ? 1 : 0;
        return Character.isLetter(beside(-1 - gap)) && Character.isLetter(beside(-2 - gap));
    }

    private boolean wordAfter() {
        int gap = beside(1) == ' ' ? 1 : 0;
        return Character.isLetter(beside(1 + gap)) && Character.isLetter(beside(2 + gap));
    }

    private static boolean operand(char c) {
        return Character.isLetterOrDigit(c) || c == '(' || c == ')';
    }

    private static boolean punctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MODIFIER_SYMBOL -> true;
            default -> c == '~';
        };
    }
}
