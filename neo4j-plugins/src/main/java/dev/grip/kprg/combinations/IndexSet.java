package dev.grip.kprg.combinations;

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

    /** Writes the members in order to the beginning of an array; gives how many there are. */
    int copyTo(int[] members) {
        int count = 0;
        for (int layer = 0; layer < filled.length; layer++) {
            for (long some = filled[layer]; some != 0; some &= some - 1) {
                int word = (layer << 6) + Long.numberOfTrailingZeros(some);
                for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                    members[count++] = (word << 6) + Long.numberOfTrailingZeros(rest);
                }
            }
        }
        return count;
    }

    void clear() {
        for (int layer = 0; layer < filled.length; layer++) {
            for (long some = filled[layer]; some != 0; some &= some - 1) {
                words[(layer << 6) + Long.numberOfTrailingZeros(some)] = 0;
            }
            filled[layer] = 0;
        }
    }
}
