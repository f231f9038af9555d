package dev.grip.knowledge.calibration;

import java.util.Comparator;

/** A labelled pair with the cosine that an embedding model gives its names. */
record ScoredPair(LabelledPair pair, double cosine) {

    static final Comparator<ScoredPair> NEAREST_FIRST = Comparator.comparingDouble(
                    (ScoredPair scored) -> -scored.cosine)
            .thenComparing(scored -> scored.pair.first())
            .thenComparing(scored -> scored.pair.second());

    boolean same() {
        return pair.same();
    }
}
