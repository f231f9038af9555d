package dev.grip.kprg.projection;

import java.util.Arrays;

/** Which seed requires which place of a {@link KnowledgePointList}, in the order read. For use by one thread. */
public final class RequirementList {

    private long[] seeds = new long[64];
    private int[] knowledgePoints = new int[64];
    private int size;

    /** Adds one; a seed is any number of its own. */
    public void add(long seed, int knowledgePoint) {
        if (size == seeds.length) {
            seeds = Arrays.copyOf(seeds, 2 * size);
            knowledgePoints = Arrays.copyOf(knowledgePoints, 2 * size);
        }
        seeds[size] = seed;
        knowledgePoints[size] = knowledgePoint;
        size++;
    }

    public int size() {
        return size;
    }

    long seed(int requirement) {
        return seeds[requirement];
    }

    int knowledgePoint(int requirement) {
        return knowledgePoints[requirement];
    }

    /** The seeds, in order, as often as they require something. */
    long[] seeds() {
        return Arrays.copyOf(seeds, size);
    }
}
