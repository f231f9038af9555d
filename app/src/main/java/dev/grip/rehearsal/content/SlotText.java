package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A sentence with {@code {slots}}, each one word or number. It can be written, and read back: a slot takes letters and
 * digits as far as they go, so reading never backtracks.
 */
final class SlotText {

    private final List<String> literals = new ArrayList<>();
    private final List<String> slots = new ArrayList<>();

    SlotText(String text) {
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("A slot is not closed in: " + text);
            }
            literals.add(text.substring(from, open));
            slots.add(text.substring(open + 1, close));
            from = close + 1;
        }
        literals.add(text.substring(from));
    }

    List<String> slots() {
        return List.copyOf(slots);
    }

    String write(UnaryOperator<String> words) {
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < slots.size(); i++) {
            text.append(words.apply(slots.get(i))).append(literals.get(i + 1));
        }
        return text.toString();
    }

    /** Where the sentence ends if it stands at {@code from}, with its words put into {@code found}; else -1. */
    int read(String text, int from, Map<String, String> found) {
        if (!text.startsWith(literals.get(0), from)) {
            return -1;
        }
        int at = from + literals.get(0).length();
        for (int i = 0; i < slots.size(); i++) {
            int end = wordEnd(text, at);
            if (end == at || !text.startsWith(literals.get(i + 1), end)) {
                return -1;
            }
            found.put(slots.get(i), text.substring(at, end));
            at = end + literals.get(i + 1).length();
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
