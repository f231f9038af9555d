package dev.grip.knowledge.merging;

import java.util.List;

/**
 * How many questions each name may have for itself. A pair is asked about while at least one of its two names has had fewer than
 * that; a name all others ask about may so be asked about more often.
 */
final class Budget {

    private final int most;
    private final int[] had;

    Budget(int most, int names) {
        this.most = most;
        had = new int[names];
    }

    int most() {
        return most;
    }

    boolean affords(int a, int b) {
        return had[a] < most || had[b] < most;
    }

    /** Whether all of these can be asked, one after the other. */
    boolean affordsAll(List<Linkage.Open> pairs) {
        int affordable = 0;
        while (affordable < pairs.size()
                && affords(pairs.get(affordable).first(), pairs.get(affordable).second())) {
            add(pairs.get(affordable), 1);
            affordable++;
        }
        pairs.subList(0, affordable).forEach(pair -> add(pair, -1));
        return affordable == pairs.size();
    }

    void charge(int a, int b) {
        had[a]++;
        had[b]++;
    }

    private void add(Linkage.Open pair, int questions) {
        had[pair.first()] += questions;
        had[pair.second()] += questions;
    }
}
