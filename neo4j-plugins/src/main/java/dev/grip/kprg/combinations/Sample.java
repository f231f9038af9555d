package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;

/**
 * A uniform random choice of {@code k} combinations without replacement, in the order of the walk. Ranks are drawn, and
 * only the units they fall in are listed. The same seed, graph and selection give the same choice.
 */
public final class Sample {

    private final Ranks ranks;
    private final Draw draw;
    private final Walk walk;
    private Ranks.Place last = new Ranks.Place(-1, -1, -1);

    /** Draws from a selection, or from the part of it that its shard is. */
    public Sample(KprgGraph graph, Selection selection, long k, long seed, Cancellation cancellation) {
        this.ranks = new Ranks(graph, selection, cancellation);
        Shard shard = selection.shard();
        this.draw = new Draw(shard.begin(ranks.total()), shard.end(ranks.total()), k, seed);
        this.walk = Walk.over(graph, selection.withShard(Shard.WHOLE), cancellation);
    }

    /** Goes on to the next chosen combination, which {@link #walk()} then stands on; false when there is none. */
    public boolean next() {
        long rank = draw.next();
        if (rank < 0) {
            return false;
        }
        var place = ranks.at(rank);
        if (place.part() == last.part() && place.unit() == last.unit()) {
            walk.skip(place.offset() - last.offset() - 1);
        } else {
            walk.seek(place);
        }
        last = place;
        return walk.next();
    }

    public Walk walk() {
        return walk;
    }
}
