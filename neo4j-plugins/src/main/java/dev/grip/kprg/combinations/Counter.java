package dev.grip.kprg.combinations;

/** Counts the combinations of one kind and size without listing them, some units at a time. For use by one thread. */
interface Counter {

    /** The most units it takes at once. */
    int MOST = 64;

    /** Adds to {@code counts} behind each of the units, which ascend, the number of its combinations. */
    void count(int[] units, long[] counts);
}
