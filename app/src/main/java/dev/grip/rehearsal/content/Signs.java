package dev.grip.rehearsal.content;

import java.util.Locale;

/**
 * The words of a solved problem, lower-case and parted by single spaces, followed by signs for what stands between the
 * words: {@code has:fraction}, {@code op:multiply}. One pass over each text.
 */
final class Signs {

    private final StringBuilder text = new StringBuilder(" ");
    private boolean decimal;

    private Signs() {}

    static String of(String problem, String solution) {
        Signs signs = new Signs();
        signs.words(problem);
        signs.problemSigns(problem);
        signs.solutionSigns(solution);
        return signs.text.toString();
    }

    private void words(String problem) {
        boolean parted = true;
        String lower = problem.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean kept = Character.isLetterOrDigit(c) || c == '$' || c == '%';
            if (kept) {
                text.append(c);
                parted = false;
                if (c == '$') {
                    text.append(' ');
                    parted = true;
                }
            } else if (!parted) {
                text.append(' ');
                parted = true;
            }
        }
        text.append(' ');
    }

    private void problemSigns(String problem) {
        sign(problem.indexOf('%') >= 0 || problem.contains("percent"), "has:percent");
        boolean fraction = false;
        for (int i = 1; i + 1 < problem.length(); i++) {
            fraction |= problem.charAt(i) == '/' && digit(problem, i - 1) && digit(problem, i + 1);
            decimal |= problem.charAt(i) == '.' && digit(problem, i - 1) && digit(problem, i + 1);
        }
        sign(fraction, "has:fraction");
    }

    private void solutionSigns(String solution) {
        boolean multiply = false;
        boolean variable = false;
        int longest = 0;
        int digits = 0;
        for (int i = 0; i < solution.length(); i++) {
            char c = solution.charAt(i);
            boolean betweenNumbers = number(solution, i, -1) && number(solution, i, 1);
            multiply |= betweenNumbers && (c == '*' || c == 'x' || c == '×');
            variable |= variable(solution, i);
            decimal |= c == '.' && digit(solution, i - 1) && digit(solution, i + 1);
            digits = Character.isDigit(c) ? digits + 1 : 0;
            longest = Math.max(longest, digits);
        }
        sign(decimal, "op:decimal");
        sign(multiply, "op:multiply");
        sign(between(solution, '/') || between(solution, '÷'), "op:divide");
        sign(between(solution, '-') || between(solution, '−'), "op:subtract");
        sign(between(solution, '+'), "op:add");
        sign(variable, "op:variable");
        sign(solution.indexOf('(') >= 0 && multiply, "op:parentheses");
        sign(multiply && longest >= 4, "op:large");
    }

    /** A letter that stands alone and is set equal to something, or directly follows a number as in 3x. */
    private static boolean variable(String text, int at) {
        if (!Character.isLetter(text.charAt(at)) || letter(text, at - 1) || letter(text, at + 1)) {
            return false;
        }
        int next = at + 1 < text.length() && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        boolean equated = next < text.length() && text.charAt(next) == '=';
        return equated || (digit(text, at - 1) && !digit(text, at + 1) && "xyzn".indexOf(text.charAt(at)) >= 0);
    }

    private void sign(boolean seen, String sign) {
        if (seen) {
            text.append(sign).append(' ');
        }
    }

    private static boolean between(String text, char operator) {
        for (int i = text.indexOf(operator); i >= 0; i = text.indexOf(operator, i + 1)) {
            if (number(text, i, -1) && number(text, i, 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number stands beside this place, perhaps after one space and a currency or percent sign. */
    private static boolean number(String text, int place, int direction) {
        int at = place + direction;
        for (int skipped = 0; skipped < 3 && at >= 0 && at < text.length(); skipped++) {
            if (" $%()".indexOf(text.charAt(at)) < 0) {
                break;
            }
            at += direction;
        }
        return digit(text, at);
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '\'');
    }
}
