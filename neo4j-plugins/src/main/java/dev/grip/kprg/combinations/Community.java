package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;

/**
 * The cliques of 3 or 4, by the edge between their two smallest members. The larger neighbours that both ends of that
 * edge share come from intersecting two ascending rows; any two of them with an edge make a clique of 4.
 */
final class Community implements Lister {

    private final KprgGraph graph;
    private final Selection selection;
    private final int size;
    private int[] shared = new int[64];
    private int[] weights = new int[64];
    private int source;

    Community(KprgGraph graph, Selection selection, int size) {
        this.graph = graph;
        this.selection = selection;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int units() {
        return graph.slots();
    }

    @Override
    public int unitOf(Position position) {
        return graph.slot(position.members().get(0), position.members().get(1));
    }

    @Override
    public void list(int slot, Rows rows) {
        int a = sourceOf(slot);
        int b = graph.target(slot);
        if (b < a || !usable(a, slot) || !usable(b, slot)) {
            return;
        }
        int count = shareLarger(slot, b);
        for (int i = 0; i < count; i++) {
            if (size == 3) {
                rows.add(a, b, shared[i], weights[i]);
            } else {
                close(a, b, i, count, rows);
            }
        }
    }

    private void close(int a, int b, int i, int count, Rows rows) {
        for (int j = i + 1; j < count; j++) {
            int slot = graph.slot(shared[i], shared[j]);
            if (slot >= 0 && graph.weight(slot) >= selection.minWeight()) {
                int weight = Math.min(graph.weight(slot), Math.min(weights[i], weights[j]));
                rows.add(a, b, shared[i], shared[j], weight);
            }
        }
    }

    /** Fills in the usable common neighbours above {@code b} of both ends of the edge, with the least of three weights. */
    private int shareLarger(int edge, int b) {
        int count = 0;
        int left = edge + 1;
        int right = -graph.slot(b, b) - 1;
        while (left < graph.end(source) && right < graph.end(b)) {
            int difference = Integer.compare(graph.target(left), graph.target(right));
            if (difference == 0 && usable(graph.target(left), left) && usable(graph.target(left), right)) {
                int weight = Math.min(graph.weight(edge), Math.min(graph.weight(left), graph.weight(right)));
                count = keep(count, graph.target(left), weight);
            }
            left += difference <= 0 ? 1 : 0;
            right += difference >= 0 ? 1 : 0;
        }
        return count;
    }

    private int keep(int count, int node, int weight) {
        if (count == shared.length) {
            shared = Arrays.copyOf(shared, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        shared[count] = node;
        weights[count] = weight;
        return count + 1;
    }

    private boolean usable(int node, int slot) {
        return graph.weight(slot) >= selection.minWeight() && graph.degree(node) <= selection.maxDegree();
    }

    /** Units come in ascending order, so the row a slot belongs to is nearly always the last one or the next. */
    private int sourceOf(int slot) {
        if (slot < graph.begin(source)) {
            source = 0;
        }
        while (slot >= graph.end(source)) {
            source++;
        }
        return source;
    }
}
