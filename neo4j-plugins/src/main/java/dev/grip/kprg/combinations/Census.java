package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Parallel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the combinations of a selection exactly on all processors, filter by filter, and how many of them are novel. */
public final class Census {

    private static final int UNITS = 512;

    private final KprgGraph graph;
    private final Selection selection;
    private final Limits limits;
    private final Cancellation cancellation;

    /** The shard of the selection is not looked at: a census is always of the whole. */
    public Census(KprgGraph graph, Selection selection, Cancellation cancellation) {
        this.graph = graph;
        this.selection = selection;
        this.limits = Limits.of(selection, graph);
        this.cancellation = cancellation;
    }

    /** One count for each kind, and for COMMUNITY one for each size; those without combinations too. */
    public List<Count> count() {
        var sets = new SeedSets(graph);
        return Part.of(selection).stream().map(part -> count(part, sets)).toList();
    }

    private Count count(Part part, SeedSets sets) {
        var once = new Limits(limits.first(), limits.core(), limits.explicit(), limits.implicit(), false);
        long[] all = Counts.of(part, graph, once.unfiltered(), cancellation);
        long[] weighed = Counts.of(part, graph, once, cancellation);
        long[] repeated = Counts.of(part, graph, limits, cancellation);
        long remaining = from(limits.first(), repeated);
        return new Count(
                part,
                from(0, all),
                from(limits.first(), all),
                from(limits.first(), weighed),
                remaining,
                remaining - known(part, sets));
    }

    private static long from(int first, long[] sums) {
        return first >= sums.length ? 0 : sums[sums.length - 1] - sums[first];
    }

    private long known(Part part, SeedSets sets) {
        var known = new LongAdder();
        long[] units = Locality.order(graph);
        int end = part.end(graph, limits);
        Parallel.work(
                "looking for known " + part.kind(),
                units.length,
                UNITS,
                () -> {
                    var combinations = new KnownCombinations(graph, sets, part, limits);
                    return (from, to) -> {
                        for (int i = from; i < to; i++) {
                            if (units[i] >= limits.first() && units[i] < end) {
                                known.add(combinations.count((int) units[i]));
                            }
                        }
                    };
                },
                cancellation);
        return known.sum();
    }

    /**
     * The numbers of combinations of a part.
     *
     * @param total without any filter; the core of THREE_HOP is no filter but what the kind means
     * @param afterMaxDegree of these, with members of allowed degrees only
     * @param afterMinWeight of these, heavy enough
     * @param count of these, with copies when ONE_HOP is repeated by weight: as many as are listed
     * @param novel of the listed ones, those that no single seed has
     */
    public record Count(Part part, long total, long afterMaxDegree, long afterMinWeight, long count, long novel) {}
}
