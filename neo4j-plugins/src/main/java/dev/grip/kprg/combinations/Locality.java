package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/**
 * An order of the knowledge points in which those that follow each other mostly lie close to each other in the graph: that in
 * which a breadth-first search finds them.
 */
final class Locality {

    private Locality() {}

    static long[] order(KprgGraph graph) {
        return graph.remembered(Locality.class, () -> search(graph));
    }

    private static long[] search(KprgGraph graph) {
        long[] order = new long[graph.nodes()];
        boolean[] seen = new boolean[graph.nodes()];
        int found = 0;
        for (int root = 0; root < order.length; root++) {
            int next = found;
            if (!seen[root]) {
                seen[root] = true;
                order[found++] = root;
            }
            while (next < found) {
                int node = (int) order[next++];
                for (int slot = graph.begin(node); slot < graph.end(node); slot++) {
                    int neighbour = graph.target(slot);
                    if (!seen[neighbour]) {
                        seen[neighbour] = true;
                        order[found++] = neighbour;
                    }
                }
            }
        }
        return order;
    }
}
