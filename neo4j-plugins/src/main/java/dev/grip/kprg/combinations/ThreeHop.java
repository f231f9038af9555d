package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/**
 * The pairs at distance 3 with a core end: whatever is three edges away from it, but not two or less. Core knowledge points
 * come first, so a pair has a core end when its smaller member is core. Costs the degrees of all within two edges.
 */
final class ThreeHop extends Pairs {

    private final KprgGraph graph;
    private final int least;
    private final IndexSet within;
    private final IndexSet ends;
    private final int[] widestOfTwo;
    private final int[] widest;
    private final int[] found;

    ThreeHop(KprgGraph graph, Limits limits) {
        this.graph = graph;
        this.least = limits.implicit();
        this.within = new IndexSet(graph.nodes());
        this.ends = new IndexSet(graph.nodes());
        this.widestOfTwo = new int[graph.nodes()];
        this.widest = new int[graph.nodes()];
        this.found = new int[graph.nodes()];
    }

    @Override
    void list(int a, int second, Rows rows) {
        explore(a);
        int reached = within.copyTo(found);
        for (int i = 0; i < reached; i++) {
            int y = found[i];
            if (widestOfTwo[y] > 0) {
                widen(y, widestOfTwo[y] - 1, second);
                widestOfTwo[y] = 0;
            }
        }
        int count = ends.copyTo(found);
        for (int i = 0; i < count; i++) {
            int b = found[i];
            rows.add(a, b, graph.weightOf(widest[b] - 1));
            widest[b] = 0;
        }
        within.clear();
        ends.clear();
    }

    private void widen(int y, int level, int from) {
        int end = graph.end(y);
        for (int slot = graph.slotFrom(y, from); slot < end; slot++) {
            int b = graph.target(slot);
            int path = Math.min(level, graph.level(slot));
            if (path >= least && !within.contains(b)) {
                ends.add(b);
                widest[b] = Math.max(widest[b], path + 1);
            }
        }
    }

    /** Collects all within two edges, and the widest paths of two edges that the filter lets pass. */
    private void explore(int a) {
        for (int first = graph.begin(a); first < graph.end(a); first++) {
            int x = graph.target(first);
            for (int slot = graph.begin(x); slot < graph.end(x); slot++) {
                int y = graph.target(slot);
                int path = Math.min(graph.level(first), graph.level(slot));
                within.add(y);
                if (path >= least) {
                    widestOfTwo[y] = Math.max(widestOfTwo[y], path + 1);
                }
            }
        }
        for (int first = graph.begin(a); first < graph.end(a); first++) {
            within.add(graph.target(first));
            // What is one edge away leads to no end that is three away.
            widestOfTwo[graph.target(first)] = 0;
        }
        within.add(a);
        widestOfTwo[a] = 0;
    }
}
