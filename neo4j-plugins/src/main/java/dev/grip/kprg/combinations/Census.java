package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Parallel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the combinations of a selection exactly on all processors, filter by filter, and how many of them are novel. */
public final class Census {

    private static final int UNITS = 64;

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
        return Part.of(selection).stream().map(this::count).toList();
    }

    private Count count(Part part) {
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
                remaining == 0 ? 0 : novel(part, remaining));
    }

    private static long from(int first, long[] sums) {
        return first >= sums.length ? 0 : sums[sums.length - 1] - sums[first];
    }

    private long novel(Part part, long count) {
        return switch (part.kind()) {
            case ONE_HOP, COMMUNITY -> novelAmongAll(part);
            case TWO_HOP, THREE_HOP -> count - inSeeds(part);
        };
    }

    private long novelAmongAll(Part part) {
        var novel = new LongAdder();
        Parallel.work(
                limits.first(),
                part.end(graph, limits),
                UNITS,
                () -> {
                    Lister lister = part.lister(graph, limits);
                    var rows = new Rows(part.size());
                    var novelty = new Novelty(graph);
                    return (from, to) -> novel.add(novel(part, lister, rows, novelty, from, to));
                },
                cancellation);
        return novel.sum();
    }

    private long novel(Part part, Lister lister, Rows rows, Novelty novelty, int from, int to) {
        boolean repeat = limits.repeat() && part.kind() == Kind.ONE_HOP;
        long novel = 0;
        for (int unit = from; unit < to; unit++) {
            lister.open(unit, 0);
            while (lister.fill(rows)) {
                for (int row = 0; row < rows.count(); row++) {
                    if (novelty.isNovel(rows, row, part.size())) {
                        novel += repeat ? rows.weight(row) : 1;
                    }
                }
            }
        }
        return novel;
    }

    /** How many implicit pairs a seed has: of pairs without an edge those few that are loose. */
    private long inSeeds(Part part) {
        Lister lister = part.lister(graph, limits);
        var rows = new Rows(2);
        long count = 0;
        for (long pair : LoosePairs.of(graph, cancellation)) {
            int a = (int) (pair >>> Integer.SIZE);
            if (a >= limits.first() && a < part.end(graph, limits)) {
                lister.open(a, (int) pair);
                lister.fill(rows);
                count += rows.count() > 0 && rows.member(0, 1) == (int) pair ? 1 : 0;
            }
        }
        return count;
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
