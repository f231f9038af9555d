package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;

/**
 * The knowledge points at distance 1 and 2 from one of them, with the widest path of two edges to each of the latter.
 * The arrays are as long as the graph has nodes and are never cleared: a mark counts only when it carries the number of
 * the current origin. One exploration costs the degrees of the neighbours, plus sorting what it found.
 */
final class Surroundings {

    private final KprgGraph graph;
    private final int[] near;
    private final int[] second;
    private final int[] widest;
    private final int[] found;
    private int mark;
    private int count;

    Surroundings(KprgGraph graph) {
        this.graph = graph;
        this.near = new int[graph.nodes()];
        this.second = new int[graph.nodes()];
        this.widest = new int[graph.nodes()];
        this.found = new int[graph.nodes()];
    }

    void explore(int origin) {
        mark = origin + 1;
        count = 0;
        near[origin] = mark;
        for (int slot = graph.begin(origin); slot < graph.end(origin); slot++) {
            near[graph.target(slot)] = mark;
        }
        for (int slot = graph.begin(origin); slot < graph.end(origin); slot++) {
            passThrough(graph.target(slot), graph.weight(slot));
        }
        Arrays.sort(found, 0, count);
    }

    private void passThrough(int between, int weight) {
        for (int slot = graph.begin(between); slot < graph.end(between); slot++) {
            int node = graph.target(slot);
            if (near[node] == mark) {
                continue;
            }
            int path = Math.min(weight, graph.weight(slot));
            if (second[node] != mark) {
                second[node] = mark;
                widest[node] = path;
                found[count++] = node;
            } else if (path > widest[node]) {
                widest[node] = path;
            }
        }
    }

    /** How many knowledge points are at distance 2. */
    int count() {
        return count;
    }

    /** The i-th of those at distance 2, ascending. */
    int at(int i) {
        return found[i];
    }

    boolean withinTwo(int node) {
        return near[node] == mark || second[node] == mark;
    }

    /** The widest path of two edges to a knowledge point at distance 2. */
    int widest(int node) {
        return widest[node];
    }

    /** The widest path of three edges to a knowledge point further away than 2; 0 when there is none. */
    int widestOfThree(int node) {
        int best = 0;
        for (int slot = graph.begin(node); slot < graph.end(node); slot++) {
            int between = graph.target(slot);
            if (second[between] == mark) {
                best = Math.max(best, Math.min(widest[between], graph.weight(slot)));
            }
        }
        return best;
    }
}
