package dev.grip.seeds;

import org.jspecify.annotations.Nullable;

/** The final answer of a worked solution in LaTeX: what stands in its last {@code \boxed{}}. */
public final class Boxed {

    private static final String OPEN = "\\boxed{";

    private Boxed() {}

    /** The content of the last complete {@code \boxed{}}, stripped; null when there is none or it is empty. */
    public static @Nullable String last(String text) {
        for (int at = text.lastIndexOf(OPEN); at >= 0; at = at == 0 ? -1 : text.lastIndexOf(OPEN, at - 1)) {
            int start = at + OPEN.length();
            int end = closing(text, start);
            if (end > start && !text.substring(start, end).isBlank()) {
                return text.substring(start, end).strip();
            }
        }
        return null;
    }

    private static int closing(String text, int start) {
        int depth = 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
