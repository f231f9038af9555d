package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/** The pairs at distance 2: whatever is two edges away, but not one. Costs the degrees of the neighbours. */
final class TwoHop extends Pairs {

    private final KprgGraph graph;
    private final int least;
    private final IndexSet ends;
    private final int[] widest;
    private final int[] found;

    TwoHop(KprgGraph graph, Limits limits) {
        this.graph = graph;
        this.least = limits.implicit();
        this.ends = new IndexSet(graph.nodes());
        this.widest = new int[graph.nodes()];
        this.found = new int[graph.nodes()];
    }

    @Override
    void list(int a, int second, Rows rows) {
        for (int first = graph.begin(a); first < graph.end(a); first++) {
            if (graph.level(first) >= least) {
                widen(graph.target(first), graph.level(first), second);
            }
        }
        for (int slot = graph.slotFrom(a, second); slot < graph.end(a); slot++) {
            ends.remove(graph.target(slot));
            widest[graph.target(slot)] = 0;
        }
        int count = ends.copyTo(found);
        for (int i = 0; i < count; i++) {
            int b = found[i];
            rows.add(a, b, graph.weightOf(widest[b] - 1));
            widest[b] = 0;
        }
        ends.clear();
    }

    private void widen(int between, int level, int from) {
        int end = graph.end(between);
        for (int slot = graph.slotFrom(between, from); slot < end; slot++) {
            int path = Math.min(level, graph.level(slot));
            if (path >= least) {
                int b = graph.target(slot);
                ends.add(b);
                widest[b] = Math.max(widest[b], path + 1);
            }
        }
    }
}
