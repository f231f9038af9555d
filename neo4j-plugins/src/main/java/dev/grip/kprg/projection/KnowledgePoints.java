package dev.grip.kprg.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids and nodes of the knowledge points of a projection: a byte for each character of an id and 20 more. */
final class KnowledgePoints {

    private final byte[] text;
    private final int[] offsets;
    private final long[] nodes;
    private final int[] byId;

    private KnowledgePoints(byte[] text, int[] offsets, long[] nodes, int[] byId) {
        this.text = text;
        this.offsets = offsets;
        this.nodes = nodes;
        this.byId = byId;
    }

    /**
     * The listed knowledge points in an order.
     *
     * @param order the place in the list of each
     * @param byId the places in the list by ascending id
     */
    static KnowledgePoints of(KnowledgePointList list, int[] order, int[] byId) {
        int[] offsets = new int[order.length + 1];
        long[] nodes = new long[order.length];
        int[] index = new int[order.length];
        byte[] text = new byte[64];
        for (int i = 0; i < order.length; i++) {
            byte[] id = list.id(order[i]).getBytes(StandardCharsets.UTF_8);
            offsets[i + 1] = Math.addExact(offsets[i], id.length);
            if (offsets[i + 1] > text.length) {
                text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8, 2L * offsets[i + 1]));
            }
            System.arraycopy(id, 0, text, offsets[i], id.length);
            nodes[i] = list.node(order[i]);
            index[order[i]] = i;
        }
        return new KnowledgePoints(
                Arrays.copyOf(text, offsets[order.length]),
                offsets,
                nodes,
                Arrays.stream(byId).map(place -> index[place]).toArray());
    }

    int size() {
        return nodes.length;
    }

    String id(int index) {
        return new String(text, offsets[index], offsets[index + 1] - offsets[index], StandardCharsets.UTF_8);
    }

    long node(int index) {
        return nodes[index];
    }

    int indexOf(String id) {
        int low = 0;
        int high = byId.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int difference = id(byId[middle]).compareTo(id);
            if (difference == 0) {
                return byId[middle];
            }
            low = difference < 0 ? middle + 1 : low;
            high = difference < 0 ? high : middle - 1;
        }
        return -1;
    }

    long bytes() {
        return text.length + 4L * offsets.length + 8L * nodes.length + 4L * byId.length;
    }
}
