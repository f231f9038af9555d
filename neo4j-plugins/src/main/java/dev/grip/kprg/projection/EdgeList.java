package dev.grip.kprg.projection;

import java.util.Arrays;

/** Edges in the order they were read, before they become an {@link Adjacency}. */
final class EdgeList {

    private int[] values = new int[3 * 64];
    private int length;

    void add(int a, int b, int weight) {
        if (length == values.length) {
            values = Arrays.copyOf(values, 2 * length);
        }
        values[length++] = a;
        values[length++] = b;
        values[length++] = weight;
    }

    int size() {
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
