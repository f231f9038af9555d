package dev.grip.kprg.projection;

import java.util.Arrays;

/** Knowledge points in the order they were read, before they become a {@link KprgGraph}. */
public final class KnowledgePointList {

    private long[] nodes = new long[64];
    private String[] ids = new String[64];
    private int size;

    /**
     * Adds one.
     *
     * @param node what finds it in the database again
     * @return its place in this list, from 0
     */
    public int add(long node, String id) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        nodes[size] = node;
        ids[size] = id;
        return size++;
    }

    public int size() {
        return size;
    }

    long node(int place) {
        return nodes[place];
    }

    String id(int place) {
        return ids[place];
    }
}
