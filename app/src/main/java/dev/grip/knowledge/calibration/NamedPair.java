package dev.grip.knowledge.calibration;

import java.util.List;
import java.util.function.Predicate;

/** A labelled pair as a reader needs it: its names, their cosine and the reason of the label. */
public record NamedPair(String first, String second, double cosine, String why) {

    static List<NamedPair> nearestFirst(List<ScoredPair> pairs, Predicate<ScoredPair> chosen) {
        return pairs.stream()
                .filter(chosen)
                .sorted(ScoredPair.NEAREST_FIRST)
                .map(scored -> new NamedPair(
                        scored.pair().first(),
                        scored.pair().second(),
                        scored.cosine(),
                        scored.pair().why()))
                .toList();
    }
}
