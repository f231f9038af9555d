package dev.grip.knowledge.mentions;

/**
 * The form under which names that differ only in how they are written are one: case, Unicode forms, singular and plural, British and
 * American spelling, articles, hyphens, quotes, other punctuation, and mathematics in LaTeX or plain. Names of one normal form are
 * judged once and merged without a question, so a rule is only here if it never joins two meanings. Costs time linear in the text.
 */
public final class Spelling {

    private static final EnglishWords WORDS = EnglishWords.load();

    /** What one pass uncovers, such as a plural in quotes, a second one changes; more than this is never seen. */
    private static final int MOST_PASSES = 8;

    private Spelling() {}

    /** The normal form; empty only for a text without any letter, digit or sign. */
    public static String normal(String text) {
        String form = settled(text);
        return form.isEmpty() ? settled(bare(PlainCharacters.of(text))) : form;
    }

    private static String settled(String text) {
        String form = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String next = once(form);
            if (next.equals(form)) {
                return form;
            }
            form = next;
        }
        return form;
    }

    private static String once(String text) {
        String line = LatexText.plain(PlainCharacters.of(text));
        return WordForms.of(Punctuation.plain(line), WORDS);
    }

    /** The letters and digits alone, for a text that is nothing but marks and commands. */
    private static String bare(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }
}
