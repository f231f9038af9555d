package dev.grip.kprg.combinations;

import java.nio.IntBuffer;
import java.util.Arrays;

/** A reusable list of combinations of one size: their members one after the other, and their weights. */
final class Rows {

    private final int size;
    private int[] members;
    private int[] weights = new int[64];
    private int count;

    Rows(int size) {
        this.size = size;
        this.members = new int[64 * size];
    }

    void clear() {
        count = 0;
    }

    /** Makes room for one more row and gives the place of its first member. */
    private int append(int weight) {
        if (count == weights.length) {
            weights = Arrays.copyOf(weights, 2 * count);
            members = Arrays.copyOf(members, 2 * count * size);
        }
        weights[count] = weight;
        return count++ * size;
    }

    void add(int a, int b, int weight) {
        int at = append(weight);
        members[at] = a;
        members[at + 1] = b;
    }

    void add(int a, int b, int c, int weight) {
        int at = append(weight);
        members[at] = a;
        members[at + 1] = b;
        members[at + 2] = c;
    }

    void add(int a, int b, int c, int d, int weight) {
        int at = append(weight);
        members[at] = a;
        members[at + 1] = b;
        members[at + 2] = c;
        members[at + 3] = d;
    }

    int count() {
        return count;
    }

    /** Writes some rows from one on: their members one after the other, and their weights. */
    void copy(int from, int rows, IntBuffer toMembers, IntBuffer toWeights) {
        toMembers.put(members, from * size, rows * size);
        toWeights.put(weights, from, rows);
    }

    int member(int row, int i) {
        return members[row * size + i];
    }

    int weight(int row) {
        return weights[row];
    }
}
