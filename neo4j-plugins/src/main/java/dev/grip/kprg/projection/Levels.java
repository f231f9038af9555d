package dev.grip.kprg.projection;

import java.util.Arrays;
import java.util.List;

/**
 * The different weights of a graph, ascending. An edge keeps the place of its weight in this list, its level, in two
 * bytes; levels compare as the weights do.
 */
final class Levels {

    private static final int MOST = Character.MAX_VALUE + 1;

    private final int[] weights;

    private Levels(int[] weights) {
        this.weights = weights;
    }

    static Levels of(List<EdgeList> edges) {
        int[] all = new int[edges.stream().mapToInt(EdgeList::size).sum()];
        int length = 0;
        for (EdgeList list : edges) {
            for (int edge = 0; edge < list.size(); edge++) {
                all[length++] = list.weight(edge);
            }
        }
        Arrays.parallelSort(all);
        int distinct = 0;
        for (int i = 0; i < length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        if (distinct > MOST) {
            throw new IllegalStateException(
                    "The KPRG has %d different weights, but no more than %d can be kept".formatted(distinct, MOST));
        }
        return new Levels(Arrays.copyOf(all, distinct));
    }

    /** The level of a weight, or of the next larger one there is. */
    int atLeast(int weight) {
        int found = Arrays.binarySearch(weights, weight);
        return found >= 0 ? found : -found - 1;
    }

    int weight(int level) {
        return weights[level];
    }

    long bytes() {
        return 4L * weights.length;
    }
}
