package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;

/** A sample by number: ranks are drawn, and only the units they fall in are listed. It needs the counts of all units. */
final class RankSample implements Sample {

    private final Ranks ranks;
    private final Draw draw;
    private final Walk walk;
    private Ranks.Place last = new Ranks.Place(-1, -1, -1);

    RankSample(KprgGraph graph, Selection selection, long k, long seed, Cancellation cancellation) {
        this.ranks = new Ranks(graph, selection, cancellation);
        Shard shard = selection.shard();
        this.draw = new Draw(shard.begin(ranks.total()), shard.end(ranks.total()), k, seed);
        this.walk = Walk.over(graph, selection.withShard(Shard.WHOLE), cancellation);
    }

    @Override
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

    @Override
    public Combination combination() {
        return walk;
    }
}
