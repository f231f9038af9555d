package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/** The pairs at distance 2, by their smaller member. */
final class TwoHop implements Lister {

    private final KprgGraph graph;
    private final Selection selection;
    private final Surroundings surroundings;

    TwoHop(KprgGraph graph, Selection selection) {
        this.graph = graph;
        this.selection = selection;
        this.surroundings = new Surroundings(graph);
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
        surroundings.explore(a);
        for (int i = 0; i < surroundings.count(); i++) {
            int b = surroundings.at(i);
            int weight = surroundings.widest(b);
            if (b > a && weight >= selection.minImplicitWeight() && graph.degree(b) <= selection.maxDegree()) {
                rows.add(a, b, weight);
            }
        }
    }
}
