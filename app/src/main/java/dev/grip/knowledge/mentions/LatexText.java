package dev.grip.knowledge.mentions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Mathematics in LaTeX as a person would type it on one line: {@code \frac{1}{2}} becomes {@code 1/2}, {@code x^{2}} becomes
 * {@code x^2}, {@code \theta} the word theta. One pass over the text, whatever its nesting.
 */
final class LatexText {

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("times", "*"),
            Map.entry("cdot", "*"),
            Map.entry("div", "/"),
            Map.entry("le", "<="),
            Map.entry("leq", "<="),
            Map.entry("ge", ">="),
            Map.entry("geq", ">="),
            Map.entry("ne", "!="),
            Map.entry("neq", "!="),
            Map.entry("pm", "±"),
            Map.entry("infty", "∞"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("circ", "°"),
            Map.entry("left", ""),
            Map.entry("right", ""),
            Map.entry("displaystyle", ""),
            Map.entry("text", ""),
            Map.entry("mathrm", ""),
            Map.entry("mathbf", ""),
            Map.entry("mathit", ""),
            Map.entry("mathbb", ""),
            Map.entry("operatorname", ""));

    /** Stands where a group begins until it is known whether it needs a parenthesis. */
    private static final char NOTHING = '\u0000';

    private static final int SIMPLE = 12;

    /** A group that is open: where it began, whether it may need parentheses, and whether it is a numerator. */
    private record Group(int start, boolean operand, boolean numerator) {}

    private final String text;
    private final StringBuilder out;
    private final Deque<Group> open = new ArrayDeque<>();
    private int at;
    private boolean beforeNumerator;
    private boolean beforeOperand;

    private LatexText(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** The text on one line; a text without mathematics stays as it is. It must hold no NUL. */
    static String plain(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('}') < 0 && text.indexOf('$') < 0) {
            return text;
        }
        return new LatexText(text).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\\' -> command();
                case '{' -> begin();
                case '}' -> end();
                case '$' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString().replace(String.valueOf(NOTHING), "");
    }

    private void command() {
        int start = at;
        while (at < text.length() && letter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            escaped();
            return;
        }
        String name = text.substring(start, at);
        if (name.equals("frac") || name.equals("dfrac") || name.equals("tfrac")) {
            beforeNumerator = true;
            return;
        }
        beforeOperand = name.equals("sqrt");
        out.append(' ').append(COMMANDS.getOrDefault(name, name)).append(' ');
    }

    /** {@code \%} is the sign itself; {@code \(} only begins mathematics, and {@code \,} is a space. */
    private void escaped() {
        char sign = at < text.length() ? text.charAt(at++) : ' ';
        out.append("%&#_".indexOf(sign) >= 0 ? sign : ' ');
    }

    private void begin() {
        char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        boolean operand = beforeNumerator || beforeOperand || before == '^' || before == '_';
        open.push(new Group(out.length(), operand, beforeNumerator));
        beforeNumerator = false;
        beforeOperand = false;
        if (operand) {
            out.append(NOTHING);
        }
    }

    private void end() {
        if (open.isEmpty()) {
            return;
        }
        Group group = open.pop();
        if (group.operand() && !simple(group.start() + 1)) {
            out.setCharAt(group.start(), '(');
            out.append(')');
        }
        if (group.numerator()) {
            out.append('/');
            beforeOperand = true;
        }
    }

    /** Whether what stands from {@code start} on is one short number or name. */
    private boolean simple(int start) {
        if (out.length() - start > SIMPLE) {
            return false;
        }
        return out.substring(start).strip().chars().allMatch(Character::isLetterOrDigit);
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
