package dev.grip.knowledge.calibration;

import dev.grip.knowledge.merging.Bounds;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What bounds make of labelled pairs: {@code merged} unasked, {@code asked} of a model, kept {@code apart} unasked, and the two
 * mistakes by name: pairs merged wrongly, and pairs of the same meaning that are lost because nobody is asked about them.
 * {@code precision} is the share of what is merged that means the same, {@code recall} the share of the pairs of the same meaning
 * that is merged or asked; null where there is nothing to take a share of.
 */
public record Outcome(
        int pairs,
        Zone merged,
        Zone asked,
        Zone apart,
        @Nullable Double precision,
        @Nullable Double recall,
        List<NamedPair> wrong,
        List<NamedPair> lost) {

    /** Pairs of both meanings with a cosine in one range. */
    public record Zone(int same, int distinct) {

        public int pairs() {
            return same + distinct;
        }

        static Zone of(List<ScoredPair> all, Predicate<ScoredPair> within) {
            List<ScoredPair> inside = all.stream().filter(within).toList();
            int same = (int) inside.stream().filter(ScoredPair::same).count();
            return new Zone(same, inside.size() - same);
        }
    }

    static Outcome of(List<ScoredPair> pairs, Bounds bounds) {
        Predicate<ScoredPair> merged = pair -> pair.cosine() >= bounds.same();
        Predicate<ScoredPair> apart = pair -> pair.cosine() < bounds.distinct();
        Curve curve = new Curve(pairs);
        return new Outcome(
                pairs.size(),
                Zone.of(pairs, merged),
                Zone.of(pairs, merged.or(apart).negate()),
                Zone.of(pairs, apart),
                curve.at(bounds.same()).precision(),
                curve.at(bounds.distinct()).recall(),
                NamedPair.nearestFirst(pairs, merged.and(pair -> !pair.same())),
                NamedPair.nearestFirst(pairs, apart.and(ScoredPair::same)));
    }
}
