package dev.grip.kprg.projection;

import java.util.Arrays;
import java.util.List;

/** Which seeds require which knowledge point, as one ascending row of seed numbers for each knowledge point. */
public final class SeedIndex {

    private final int[] offsets;
    private final int[] seeds;
    private final int count;

    private SeedIndex(int[] offsets, int[] seeds, int count) {
        this.offsets = offsets;
        this.seeds = seeds;
        this.count = count;
    }

    /**
     * The rows of the listed requirements; one that is there twice counts once.
     *
     * @param order the place of each knowledge point in the list of knowledge points
     */
    static SeedIndex of(int[] order, List<RequirementList> requirements) {
        long[] numbers = numbers(requirements);
        int[] index = new int[order.length];
        int[] offsets = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            index[order[i]] = i;
        }
        for (RequirementList list : requirements) {
            for (int i = 0; i < list.size(); i++) {
                offsets[index[list.knowledgePoint(i)] + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        int[] seeds = new int[offsets[order.length]];
        int[] next = offsets.clone();
        for (RequirementList list : requirements) {
            int seed = -1;
            for (int i = 0; i < list.size(); i++) {
                // What one seed requires was mostly written, and so is read, in one go.
                if (i == 0 || list.seed(i) != list.seed(i - 1)) {
                    seed = Arrays.binarySearch(numbers, list.seed(i));
                }
                seeds[next[index[list.knowledgePoint(i)]]++] = seed;
            }
        }
        return distinct(offsets, seeds, numbers.length);
    }

    private static long[] numbers(List<RequirementList> requirements) {
        long[] all = requirements.stream().map(RequirementList::seeds).reduce(new long[0], SeedIndex::joined);
        Arrays.parallelSort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    private static long[] joined(long[] left, long[] right) {
        long[] both = Arrays.copyOf(left, Math.addExact(left.length, right.length));
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static SeedIndex distinct(int[] offsets, int[] seeds, int count) {
        int[] kept = new int[offsets.length];
        int length = 0;
        for (int node = 0; node + 1 < offsets.length; node++) {
            Arrays.sort(seeds, offsets[node], offsets[node + 1]);
            for (int slot = offsets[node]; slot < offsets[node + 1]; slot++) {
                if (slot == offsets[node] || seeds[slot] != seeds[slot - 1]) {
                    seeds[length++] = seeds[slot];
                }
            }
            kept[node + 1] = length;
        }
        return new SeedIndex(kept, length == seeds.length ? seeds : Arrays.copyOf(seeds, length), count);
    }

    /** The number of seeds that require anything; seeds are numbered from 0. */
    public int seeds() {
        return count;
    }

    public int begin(int node) {
        return offsets[node];
    }

    public int end(int node) {
        return offsets[node + 1];
    }

    public int count(int node) {
        return end(node) - begin(node);
    }

    public int seed(int slot) {
        return seeds[slot];
    }

    long bytes() {
        return 4L * (offsets.length + seeds.length);
    }
}
