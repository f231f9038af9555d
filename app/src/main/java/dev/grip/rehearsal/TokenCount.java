package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Conversation;
import java.util.List;

/**
 * Cuts text into tokens by a rule of thumb: four characters each. Only what stands for a value is a token by itself, as it is
 * for real tokenizers: up to three digits, or a verdict such as {@code True} with the space before it.
 */
final class TokenCount {

    private static final int CHARACTERS = 4;
    private static final int DIGITS = 3;
    private static final int FRAME = 4;
    private static final List<String> VERDICTS = List.of("true", "false", "yes", "no");

    // Looked up rather than asked, because every character of every prompt passes here.
    private static final byte OTHER = 0;
    private static final byte DIGIT = 1;
    private static final byte MAY_BEGIN = 2;
    private static final byte[] KINDS = kinds();

    private TokenCount() {}

    static int of(String text) {
        int tokens = 0;
        for (int at = 0; at < text.length(); at = end(text, at)) {
            tokens++;
        }
        return tokens;
    }

    /** Each message has a few tokens around it. */
    static int ofTurns(List<Conversation.Turn> turns) {
        return turns.stream().mapToInt(turn -> of(turn.content()) + FRAME).sum();
    }

    /** The beginning of the text that fits. */
    static String first(int tokens, String text) {
        int end = end(text, 0, tokens);
        return end == text.length() ? text : text.substring(0, end);
    }

    /** Where so many tokens from a place on end, at most at the end of the text. */
    static int end(String text, int from, int tokens) {
        int at = from;
        for (int i = 0; i < tokens && at < text.length(); i++) {
            at = end(text, at);
        }
        return at;
    }

    /** Where the token that begins here ends. */
    static int end(String text, int from) {
        int kind = kind(text.charAt(from));
        if (kind == DIGIT) {
            return digitsEnd(text, from);
        }
        if (kind == MAY_BEGIN) {
            int verdict = verdictEnd(text, from);
            if (verdict > from) {
                return verdict;
            }
        }
        int last = Math.min(text.length(), from + CHARACTERS);
        int at = from + 1;
        while (at < last && !beginsValue(text, at)) {
            at++;
        }
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean beginsValue(String text, int at) {
        int kind = kind(text.charAt(at));
        return kind != OTHER && (kind == DIGIT || verdictEnd(text, at) > at);
    }

    private static int digitsEnd(String text, int from) {
        int last = Math.min(text.length(), from + DIGITS);
        int at = from + 1;
        while (at < last && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the verdict that begins here, perhaps with a space, ends; this place if none does. */
    private static int verdictEnd(String text, int from) {
        int word = text.charAt(from) == ' ' ? from + 1 : from;
        if (word >= text.length() || kind(text.charAt(word)) != MAY_BEGIN || afterLetter(text, word)) {
            return from;
        }
        for (String verdict : VERDICTS) {
            int end = word + verdict.length();
            if (text.regionMatches(true, word, verdict, 0, verdict.length())
                    && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return end;
            }
        }
        return from;
    }

    private static boolean afterLetter(String text, int at) {
        return at > 0 && Character.isLetter(text.charAt(at - 1));
    }

    private static boolean isDigit(char c) {
        return kind(c) == DIGIT;
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : OTHER;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        " tfynTFYN".chars().forEach(c -> kinds[c] = MAY_BEGIN);
        "0123456789".chars().forEach(c -> kinds[c] = DIGIT);
        return kinds;
    }
}
