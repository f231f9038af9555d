package dev.grip.knowledge.mentions;

import dev.grip.graph.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A KP name as a model or a seed file wrote it; {@code seeds} is how many seeds carry it, {@code given} that a file brought it,
 * {@code knowledgePoint} the KP it already names, if any.
 */
public record Mention(String key, String text, long seeds, boolean given, @Nullable String knowledgePoint) {

    /** Reads a row of key, text, seeds, given and knowledgePoint. */
    public static Mention of(Record row) {
        return new Mention(
                row.get("key").asString(),
                row.get("text").asString(),
                row.get("seeds").asLong(),
                row.get("given").asBoolean(),
                row.get("knowledgePoint").asString(null));
    }

    /** The key of a name as it was written. */
    public static String key(String text) {
        return Key.of("mention", text);
    }

    /** The spelling under which two mentions are one name whatever their case, spacing and final punctuation. */
    public static String normal(String text) {
        String spaced = text.strip().replaceAll("\\s+", " ");
        int end = spaced.length();
        while (end > 0 && ".;,: ".indexOf(spaced.charAt(end - 1)) >= 0) {
            end--;
        }
        return spaced.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
