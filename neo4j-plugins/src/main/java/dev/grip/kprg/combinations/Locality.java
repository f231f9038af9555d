package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/**
 * An order of the knowledge points in which those that follow each other mostly lie close to each other in the graph: that in
 * which a depth-first search finds them that prefers low degrees. So it stays in one topic as long as it can, and hubs, whose
 * neighbours have little in common, come to an end last.
 */
final class Locality {

    private final KprgGraph graph;
    private final long[] order;
    private final boolean[] seen;
    private final int[] path;
    private final int[] next;
    private int found;

    private Locality(KprgGraph graph) {
        this.graph = graph;
        this.order = new long[graph.nodes()];
        this.seen = new boolean[graph.nodes()];
        this.path = new int[graph.nodes()];
        this.next = new int[graph.nodes()];
    }

    static long[] order(KprgGraph graph) {
        return graph.remembered(Locality.class, () -> new Locality(graph).search());
    }

    private long[] search() {
        for (int root = order.length - 1; root >= 0; root--) {
            if (!seen[root]) {
                searchFrom(root);
            }
        }
        return order;
    }

    private void searchFrom(int root) {
        int depth = 0;
        path[0] = visit(root);
        while (depth >= 0) {
            int unseen = unseenNeighbour(path[depth]);
            if (unseen < 0) {
                depth--;
            } else {
                depth++;
                path[depth] = visit(unseen);
            }
        }
    }

    private int visit(int node) {
        seen[node] = true;
        order[found] = node;
        found++;
        next[node] = graph.end(node);
        return node;
    }

    /** The one of lowest degree, negative when there is none left. */
    private int unseenNeighbour(int node) {
        while (next[node] > graph.begin(node)) {
            next[node]--;
            int neighbour = graph.target(next[node]);
            if (!seen[neighbour]) {
                return neighbour;
            }
        }
        return -1;
    }
}
