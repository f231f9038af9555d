package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/** The pairs with an edge, by their smaller member. */
final class OneHop implements Lister {

    private final KprgGraph graph;
    private final Selection selection;

    OneHop(KprgGraph graph, Selection selection) {
        this.graph = graph;
        this.selection = selection;
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public int units() {
        return graph.nodes();
    }

    @Override
    public int unitOf(Position position) {
        return position.members().get(0);
    }

    @Override
    public void list(int a, Rows rows) {
        if (graph.degree(a) > selection.maxDegree()) {
            return;
        }
        for (int slot = graph.begin(a); slot < graph.end(a); slot++) {
            int b = graph.target(slot);
            if (b > a && graph.weight(slot) >= selection.minWeight() && graph.degree(b) <= selection.maxDegree()) {
                rows.add(a, b, graph.weight(slot));
            }
        }
    }
}
