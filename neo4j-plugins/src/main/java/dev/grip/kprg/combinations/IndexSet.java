package dev.grip.kprg.combinations;

import java.util.Arrays;

/**
 * A set of indexes that is quick to fill at random and to go through in order: a bit for each index, and a second layer
 * with a bit for each word of the first that is not empty.
 */
final class IndexSet {

    private final long[] words;
    private final long[] filled;

    IndexSet(int size) {
        this.words = new long[(size >>> 6) + 1];
        this.filled = new long[(words.length >>> 6) + 1];
    }

    void add(int index) {
        int word = index >>> 6;
        if (words[word] == 0) {
            filled[word >>> 6] |= 1L << word;
        }
        words[word] |= 1L << index;
    }

    /** Takes one out; the second layer may go on saying that its word is not empty. */
    void remove(int index) {
        words[index >>> 6] &= ~(1L << index);
    }

    boolean contains(int index) {
        return (words[index >>> 6] & 1L << index) != 0;
    }

    /** The smallest member that is {@code from} or larger, negative when there is none. */
    int next(int from) {
        int word = from >>> 6;
        long rest = words[word] & -1L << from;
        if (rest != 0) {
            return (word << 6) + Long.numberOfTrailingZeros(rest);
        }
        word = nextFilled(word + 1);
        while (word >= 0) {
            if (words[word] != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(words[word]);
            }
            word = nextFilled(word + 1);
        }
        return -1;
    }

    private int nextFilled(int from) {
        int layer = from >>> 6;
        if (layer >= filled.length) {
            return -1;
        }
        long rest = filled[layer] & -1L << from;
        while (rest == 0) {
            if (++layer == filled.length) {
                return -1;
            }
            rest = filled[layer];
        }
        return (layer << 6) + Long.numberOfTrailingZeros(rest);
    }

    void clear() {
        for (int word = nextFilled(0); word >= 0; word = nextFilled(word + 1)) {
            words[word] = 0;
        }
        Arrays.fill(filled, 0);
    }
}
