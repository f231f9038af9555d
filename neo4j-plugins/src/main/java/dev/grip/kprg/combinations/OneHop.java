package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/** The pairs with an edge. */
final class OneHop extends Pairs implements Counter {

    private final KprgGraph graph;
    private final Limits limits;

    OneHop(KprgGraph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
    }

    @Override
    void list(int a, int second, Rows rows) {
        for (int slot = graph.slotFrom(a, second); slot < graph.end(a); slot++) {
            if (graph.level(slot) >= limits.explicit()) {
                rows.add(a, graph.target(slot), graph.weight(slot));
            }
        }
    }

    @Override
    public void count(int[] units, long[] counts) {
        for (int unit : units) {
            counts[unit + 1] += count(unit);
        }
    }

    private long count(int a) {
        long count = 0;
        for (int slot = graph.slotFrom(a, a + 1); slot < graph.end(a); slot++) {
            if (graph.level(slot) >= limits.explicit()) {
                count += limits.repeat() ? graph.weight(slot) : 1;
            }
        }
        return count;
    }
}
