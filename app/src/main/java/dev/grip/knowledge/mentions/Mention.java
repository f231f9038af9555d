package dev.grip.knowledge.mentions;

import dev.grip.graph.Key;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A KP name as a model or a seed file wrote it; {@code seeds} is how many seeds carry it, {@code given} that a file brought it,
 * {@code knowledgePoint} the KP it already names, if any.
 */
public record Mention(String key, String text, long seeds, boolean given, @Nullable String knowledgePoint) {

    private static final int LONGEST = 300;

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

    /**
     * A name as it may be stored: in one line, without control characters, and cut where a database index would refuse it. Empty for
     * a name of which nothing is left.
     */
    public static String text(String name) {
        StringBuilder text = new StringBuilder(Math.min(name.length(), LONGEST + 1));
        int end = 0;
        for (int i = 0; i < name.length() && text.length() < LONGEST; i = end) {
            int point = name.codePointAt(i);
            end = i + Character.charCount(point);
            if (!hidden(point)) {
                text.appendCodePoint(Character.isWhitespace(point) ? ' ' : point);
            }
        }
        return text.toString().strip() + (end < name.length() ? "…" : "");
    }

    /** Control characters, those that turn the writing direction and halves of characters; not the joiners inside words and emoji. */
    private static boolean hidden(int point) {
        boolean control = Character.isISOControl(point) && !Character.isWhitespace(point);
        boolean format = Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D;
        return control || format || Character.getType(point) == Character.SURROGATE;
    }

    /** The {@linkplain Spelling#normal spelling} under which two mentions are one name however they are written. */
    public static String normal(String text) {
        return Spelling.normal(text);
    }
}
