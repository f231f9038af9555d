package dev.grip.knowledge.calibration;

import java.util.List;

/** Precision and recall of merging by cosine alone, at every threshold, over labelled pairs. */
final class Curve {

    private final List<ScoredPair> pairs;
    private final int same;

    Curve(List<ScoredPair> pairs) {
        this.pairs = List.copyOf(pairs);
        this.same = (int) pairs.stream().filter(ScoredPair::same).count();
    }

    /** How many pairs mean the same. */
    int same() {
        return same;
    }

    /** The pairs at this cosine and above. */
    Point at(double cosine) {
        int merged = 0;
        int wrong = 0;
        for (ScoredPair pair : pairs) {
            if (pair.cosine() >= cosine) {
                merged += pair.same() ? 1 : 0;
                wrong += pair.same() ? 0 : 1;
            }
        }
        return Point.of(cosine, merged, wrong, same);
    }
}
