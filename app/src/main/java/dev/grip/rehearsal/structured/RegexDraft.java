package dev.grip.rehearsal.structured;

/**
 * A text that grows while an expression is written. Repetitions draw a few times more than they must until the draft has
 * had enough work, and from then on only as often as they must, so that every draft ends.
 */
final class RegexDraft {

    /** The most work an expression may need at least; more is refused. */
    static final long MOST_COST = 10_000;

    private static final int ENOUGH = 200;
    private static final int A_FEW = 4;

    private final StringBuilder text;
    private final Chance chance;
    private final boolean brief;
    private int work;

    private RegexDraft(String text, Chance chance, boolean brief) {
        this.text = new StringBuilder(text);
        this.chance = chance;
        this.brief = brief;
    }

    static RegexDraft random(Chance chance) {
        return new RegexDraft("", chance, false);
    }

    /** One that repeats nothing more often than it must. */
    static RegexDraft brief(Chance chance) {
        return new RegexDraft("", chance, true);
    }

    static long bounded(long cost) {
        return Math.min(cost, MOST_COST + 1);
    }

    Chance chance() {
        return chance;
    }

    RegexDraft copy() {
        return new RegexDraft(text.toString(), chance, brief);
    }

    RegexDraft with(String part) {
        RegexDraft longer = copy();
        longer.text.append(part);
        return longer;
    }

    void add(char c) {
        text.append(c);
    }

    int times(int least, int most) {
        if (brief || work > ENOUGH) {
            return least;
        }
        int times = least + chance.below(Math.min(most - least, A_FEW) + 1);
        work += times + 1;
        return times;
    }

    String text() {
        return text.toString();
    }
}
