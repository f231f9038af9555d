package dev.grip.knowledge.mentions;

import java.util.Set;

/** A name with every word in its one form, without articles, and with loose prefixes joined to their words. One pass. */
final class WordForms {

    private static final Set<String> SMALL =
            Set.of("of", "in", "and", "or", "is", "to", "for", "with", "by", "on", "at", "from", "as", "are", "than");
    private static final int LONGEST_WORD = 64;

    private final String text;
    private final EnglishWords words;
    private final StringBuilder out;

    private WordForms(String text, EnglishWords words) {
        this.text = text;
        this.words = words;
        this.out = new StringBuilder(text.length());
    }

    static String of(String text, EnglishWords words) {
        return new WordForms(text, words).read();
    }

    private String read() {
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(at);
            at = end > at ? word(at, end) : sign(at);
        }
        return out.toString();
    }

    private int sign(int at) {
        out.append(text.charAt(at));
        return at + 1;
    }

    /** Writes a word; gives where to go on. */
    private int word(int start, int end) {
        if (end - start > LONGEST_WORD) {
            out.append(text, start, end);
            return end;
        }
        String word = text.substring(start, end);
        String next = next(end);
        if (article(word, start, next)) {
            return end + 1;
        }
        boolean joined = next.length() > 2 && words.prefix(word) && !SMALL.contains(next);
        out.append(words.form(word));
        return joined ? end + 1 : end;
    }

    /** An article before a word; a letter that names something, as in "point A" or "side a of", is none. */
    private boolean article(String word, int start, String next) {
        boolean apart = start == 0 || text.charAt(start - 1) == ' ';
        if (word.equals("the")) {
            return apart && !next.isEmpty();
        }
        return (word.equals("a") || word.equals("an")) && apart && next.length() > 1 && !SMALL.contains(next);
    }

    /** The word after one blank, or nothing. */
    private String next(int end) {
        if (end >= text.length() || text.charAt(end) != ' ') {
            return "";
        }
        int last = wordEnd(end + 1);
        return text.substring(end + 1, Math.min(last, end + 1 + LONGEST_WORD));
    }

    /** Where the letters that begin here end; an apostrophe between letters is part of a word. */
    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || inside(start, end))) {
            end++;
        }
        return end;
    }

    private boolean inside(int start, int at) {
        return at > start
                && text.charAt(at) == '\''
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }
}
