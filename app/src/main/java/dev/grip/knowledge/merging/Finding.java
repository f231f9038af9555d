package dev.grip.knowledge.merging;

import java.util.Map;

/**
 * What was found about two mentions, by key with {@code first < second}: {@code verdict} same, distinct, undecided (an answer that
 * could not be read) or unasked (no question left for it), who decided ({@code spelling}, {@code cosine}, {@code budget},
 * {@code person} or a model, whose {@code origin} is then kept too), and how many questions a mention had at that time.
 */
record Finding(
        String first,
        String second,
        double score,
        String verdict,
        String decidedBy,
        int budget,
        Map<String, Object> origin) {

    static final String SAME = "same";
    static final String DISTINCT = "distinct";
    static final String UNDECIDED = "undecided";
    static final String UNASKED = "unasked";

    static final String PERSON = "person";
    static final String SPELLING = "spelling";
    static final String COSINE = "cosine";
    static final String BUDGET = "budget";

    Finding {
        if (first.compareTo(second) > 0) {
            String smaller = second;
            second = first;
            first = smaller;
        }
    }

    boolean byPerson() {
        return decidedBy.equals(PERSON);
    }

    boolean same() {
        return verdict.equals(SAME);
    }

    /** Left open by a build in which a mention had fewer questions than now. */
    boolean open(int questionsPerMention) {
        return (verdict.equals(UNASKED) || verdict.equals(UNDECIDED)) && budget < questionsPerMention;
    }
}
