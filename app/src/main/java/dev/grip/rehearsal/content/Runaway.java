package dev.grip.rehearsal.content;

/** Answers that never end by themselves. */
final class Runaway {

    /** More than any token has on average, so that the budget ends before the text. */
    private static final int CHARACTERS_A_TOKEN = 8;

    private static final int LONGEST = 1 << 20;
    private static final String BLANKS = "\n   \t ";

    private Runaway() {}

    /** White space after a beginning, more than a budget of tokens. */
    static String whitespace(String beginning, int budget) {
        int length = (int) Math.min(LONGEST, (long) CHARACTERS_A_TOKEN * (budget + 1));
        return beginning + BLANKS.repeat(length / BLANKS.length() + 1);
    }
}
