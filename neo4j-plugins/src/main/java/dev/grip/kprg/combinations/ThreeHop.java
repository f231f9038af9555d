package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;

/**
 * The pairs at distance 3 with a core end, by their smaller member. A core end is held against every larger knowledge
 * point, any other against the larger core ones only; each candidate costs its degree.
 */
final class ThreeHop implements Lister {

    private final KprgGraph graph;
    private final Selection selection;
    private final Surroundings surroundings;
    private final boolean[] isCore;
    private final int[] core;

    ThreeHop(KprgGraph graph, Selection selection) {
        this.graph = graph;
        this.selection = selection;
        this.surroundings = new Surroundings(graph);
        this.core = selection.core().select(graph);
        this.isCore = new boolean[graph.nodes()];
        for (int node : core) {
            isCore[node] = true;
        }
        Arrays.sort(core);
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
        if (surroundings.count() == 0) {
            return;
        }
        if (isCore[a]) {
            for (int b = a + 1; b < graph.nodes(); b++) {
                addIfApart(a, b, rows);
            }
            return;
        }
        // a itself is not in the array, so the search says where the larger ones begin.
        for (int i = -Arrays.binarySearch(core, a) - 1; i < core.length; i++) {
            addIfApart(a, core[i], rows);
        }
    }

    private void addIfApart(int a, int b, Rows rows) {
        if (surroundings.withinTwo(b) || graph.degree(b) > selection.maxDegree()) {
            return;
        }
        int weight = surroundings.widestOfThree(b);
        if (weight > 0 && weight >= selection.minImplicitWeight()) {
            rows.add(a, b, weight);
        }
    }
}
