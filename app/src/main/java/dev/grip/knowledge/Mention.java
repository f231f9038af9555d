package dev.grip.knowledge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A KP name as a model or a seed file wrote it; {@code seeds} is how many seeds carry it, {@code given} that a file brought it,
 * {@code knowledgePoint} the KP it already names, if any.
 */
record Mention(String key, String text, long seeds, boolean given, @Nullable String knowledgePoint) {

    /** The spelling under which two mentions are one name whatever their case, spacing and final punctuation. */
    static String normal(String text) {
        String spaced = text.strip().replaceAll("\\s+", " ");
        int end = spaced.length();
        while (end > 0 && ".;,: ".indexOf(spaced.charAt(end - 1)) >= 0) {
            end--;
        }
        return spaced.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
