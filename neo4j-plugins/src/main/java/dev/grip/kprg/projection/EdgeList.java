package dev.grip.kprg.projection;

import java.util.Arrays;

/** Edges between places of a {@link KnowledgePointList} in the order they were read. For use by one thread. */
public final class EdgeList {

    private int[] values = new int[3 * 64];
    private int length;

    /** Adds one; the weight is 1 or more. */
    public void add(int a, int b, int weight) {
        if (length == values.length) {
            values = Arrays.copyOf(values, 2 * length);
        }
        values[length++] = a;
        values[length++] = b;
        values[length++] = weight;
    }

    public int size() {
        return length / 3;
    }

    int from(int edge) {
        return values[3 * edge];
    }

    int to(int edge) {
        return values[3 * edge + 1];
    }

    int weight(int edge) {
        return values[3 * edge + 2];
    }
}
