package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Conversation;
import java.util.List;

/** Counts tokens as a rule of thumb does: four characters each, and a few for the frame of every message. */
final class TokenCount {

    private static final int CHARACTERS = 4;
    private static final int FRAME = 4;

    private TokenCount() {}

    static int of(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }

    static int ofTurns(List<Conversation.Turn> turns) {
        return turns.stream().mapToInt(turn -> of(turn.content()) + FRAME).sum();
    }

    /** The beginning of the text that fits; never half of a surrogate pair. */
    static String first(int tokens, String text) {
        long end = (long) tokens * CHARACTERS;
        if (end >= text.length()) {
            return text;
        }
        int cut = (int) end;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut);
    }
}
