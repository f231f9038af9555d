package dev.grip.knowledge.mentions;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The characters of a name as a keyboard has them: raised digits as {@code ^2}, one kind of quote, dash and multiplication sign,
 * a lonely Greek letter by its name; what cannot be seen is gone, and every kind of space is one blank.
 */
final class PlainCharacters {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('ʼ', "'"),
            Map.entry('′', "'"),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('‒', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('―', "-"),
            Map.entry('−', "-"),
            Map.entry('×', "*"),
            Map.entry('⋅', "*"),
            Map.entry('·', "*"),
            Map.entry('∙', "*"),
            Map.entry('÷', "/"),
            Map.entry('⁄', "/"),
            Map.entry('∕', "/"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="),
            Map.entry('√', " sqrt "),
            Map.entry('%', " percent "),
            Map.entry('&', " and "));
    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private PlainCharacters() {}

    static String of(String text) {
        if (plain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String visible = visible(text);
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return signs(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /** Most names are ASCII, of which only the case changes. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '%' || c == '&') {
                return false;
            }
        }
        return true;
    }

    /** Before compatibility forms are resolved, which would make x² the same as x2. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        char run = ' ';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int raised = RAISED.indexOf(point);
            int lowered = LOWERED.indexOf(point);
            char mark = raised >= 0 ? '^' : lowered >= 0 ? '_' : ' ';
            if (mark != ' ') {
                out.append(mark == run ? "" : String.valueOf(mark)).append(Math.max(raised, lowered));
            } else {
                append(out, point);
            }
            run = mark;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            out.append(' ');
        } else if (seen(point)) {
            boolean fraction = (point >= '¼' && point <= '¾') || (point >= '⅐' && point <= '⅞');
            out.append(fraction ? " " : "").appendCodePoint(point);
        }
    }

    private static boolean seen(int point) {
        boolean selector = point >= 0xFE00 && point <= 0xFE0F;
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> !selector;
        };
    }

    private static String signs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String sign = SIGNS.get(c);
            if (sign != null) {
                out.append(sign);
            } else if (greek(c)
                    && !(i > 0 && greek(text.charAt(i - 1)))
                    && !(i + 1 < text.length() && greek(text.charAt(i + 1)))) {
                out.append(' ').append(GREEK[c - 'α']).append(' ');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean greek(char c) {
        return c >= 'α' && c <= 'ω';
    }
}
