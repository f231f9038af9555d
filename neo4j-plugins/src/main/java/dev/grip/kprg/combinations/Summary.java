package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The shape of a KPRG in numbers; an isolated knowledge point is a component of its own. */
public record Summary(int minDegree, double meanDegree, int maxDegree, int components, int largestComponent) {

    public static Summary of(KprgGraph graph) {
        var degrees = IntStream.range(0, graph.nodes()).map(graph::degree).summaryStatistics();
        int[] sizes = componentSizes(graph);
        boolean empty = graph.nodes() == 0;
        return new Summary(
                empty ? 0 : degrees.getMin(),
                degrees.getAverage(),
                empty ? 0 : degrees.getMax(),
                (int) Arrays.stream(sizes).filter(size -> size > 0).count(),
                Arrays.stream(sizes).max().orElse(0));
    }

    /** Sizes at the index of each component's representative, 0 elsewhere. */
    private static int[] componentSizes(KprgGraph graph) {
        int[] parent = IntStream.range(0, graph.nodes()).toArray();
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = graph.begin(node); slot < graph.end(node); slot++) {
                parent[root(parent, node)] = root(parent, graph.target(slot));
            }
        }
        int[] sizes = new int[graph.nodes()];
        for (int node = 0; node < graph.nodes(); node++) {
            sizes[root(parent, node)]++;
        }
        return sizes;
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
