package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.Optional;
import java.util.Set;

/**
 * A uniform random choice of {@code k} combinations without replacement, in the order of the walk. The same seed, graph and
 * selection give the same choice. For use by one thread.
 */
public interface Sample {

    /** Goes on to the next chosen combination; false when there is none. */
    boolean next();

    /** The one gone to last. */
    Combination combination();

    /** Draws from a selection, or from the part of it that its shard is. */
    static Sample of(KprgGraph graph, Selection selection, long k, long seed, Cancellation cancellation) {
        if (selection.kinds().equals(Set.of(Kind.TWO_HOP)) && selection.shard().equals(Shard.WHOLE)) {
            Optional<Sample> pairs = new WedgeSampler(graph, selection, seed, cancellation).draw(k);
            if (pairs.isPresent()) {
                return pairs.get();
            }
        }
        return new RankSample(graph, selection, k, seed, cancellation);
    }
}
