package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The implicit pairs of a selection among some given knowledge points. */
public final class ImplicitPairs {

    private final KprgGraph graph;
    private final Selection selection;
    private final Cancellation cancellation;

    public ImplicitPairs(KprgGraph graph, Selection selection, Cancellation cancellation) {
        this.graph = graph;
        this.selection = selection;
        this.cancellation = cancellation;
    }

    public List<Pair> among(BitSet nodes) {
        var pairs = new ArrayList<Pair>();
        var limits = Limits.of(selection, graph);
        var rows = new Rows(2);
        for (Part part : Part.of(selection)) {
            Lister lister = part.lister(graph, limits);
            int end = part.end(graph, limits);
            for (int a = nodes.nextSetBit(limits.first()); a >= 0 && a < end; a = nodes.nextSetBit(a + 1)) {
                cancellation.check();
                lister.open(a, a + 1);
                lister.fill(rows);
                for (int row = 0; row < rows.count(); row++) {
                    if (nodes.get(rows.member(row, 1))) {
                        pairs.add(new Pair(part.kind(), a, rows.member(row, 1), rows.weight(row)));
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** An implicit pair, {@code a < b}, and the weight of its widest path. */
    public record Pair(Kind kind, int a, int b, int weight) {}
}
