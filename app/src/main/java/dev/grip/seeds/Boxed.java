package dev.grip.seeds;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The final answer of a worked solution in LaTeX: what stands in its last {@code \boxed{}}. Reads any text in linear time. */
public final class Boxed {

    private static final Pattern BOX = Pattern.compile("\\\\(?:boxed|fbox) {0,2}\\{");
    private static final int NO_BOX = -1;

    private Boxed() {}

    /** The content of the last complete {@code \boxed{}} (or {@code \fbox{}}), stripped; null when there is none or it is empty. */
    public static @Nullable String last(String text) {
        Matcher box = BOX.matcher(text);
        Deque<Integer> open = new ArrayDeque<>();
        int from = NO_BOX;
        int to = NO_BOX;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                boolean boxed = box.region(i, text.length()).lookingAt();
                i = boxed ? box.end() - 1 : i + 1;
                if (boxed) {
                    open.push(box.end());
                }
            } else if (c == '{') {
                open.push(NO_BOX);
            } else if (c == '}' && !open.isEmpty()) {
                int start = open.pop();
                if (start > from && !text.substring(start, i).isBlank()) {
                    from = start;
                    to = i;
                }
            }
        }
        return from == NO_BOX ? null : text.substring(from, to).strip();
    }
}
