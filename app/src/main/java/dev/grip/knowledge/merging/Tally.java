package dev.grip.knowledge.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of a linkage: what was asked, what was known, and what was left open, of which the nearest are kept. */
final class Tally {

    private long asked;
    private long undecided;
    private long known;
    private long unasked;
    private final List<Linkage.Open> left = new ArrayList<>();
    private final Map<Integer, Integer> leftOf = new HashMap<>();

    void asked(boolean unreadable) {
        asked++;
        undecided += unreadable ? 1 : 0;
    }

    void known() {
        known++;
    }

    /** Keeps a pair while one of its names has had fewer kept than it may have questions, but one at least. */
    void unasked(Linkage.Open pair, int questionsPerMention) {
        unasked++;
        int most = Math.max(1, questionsPerMention);
        if (leftOf.getOrDefault(pair.first(), 0) < most || leftOf.getOrDefault(pair.second(), 0) < most) {
            left.add(pair);
            leftOf.merge(pair.first(), 1, Integer::sum);
            leftOf.merge(pair.second(), 1, Integer::sum);
        }
    }

    /** Pairs of which nothing is known because there was no question left for them. */
    List<Linkage.Open> left() {
        return left;
    }

    Questions questions(long planned) {
        return new Questions(planned, asked, known, unasked, undecided);
    }
}
