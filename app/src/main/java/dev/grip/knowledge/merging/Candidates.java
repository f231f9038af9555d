package dev.grip.knowledge.merging;

import dev.grip.knowledge.neighbours.Pair;
import java.util.Arrays;

/**
 * Pairs of names that may be joined, nearest first, and for every name the pairs it stands in. A pair is known by its number. Twelve
 * bytes a pair, four more a side.
 */
final class Candidates {

    private final int[] first;
    private final int[] second;
    private final int[] begin;
    private final int[] pairsOf;

    private Candidates(int[] first, int[] second, int names) {
        this.first = first;
        this.second = second;
        begin = new int[names + 1];
        pairsOf = new int[2 * first.length];
        index(names);
    }

    /** Of pairs of spellings, nearest first. */
    static Candidates of(Iterable<Pair> nearestFirst, Names names) {
        int[] first = new int[1024];
        int[] second = new int[1024];
        int size = 0;
        for (Pair pair : nearestFirst) {
            int a = names.of(pair.first());
            int b = names.of(pair.second());
            if (a != b) {
                if (size == first.length) {
                    first = Arrays.copyOf(first, size + (size >> 1));
                    second = Arrays.copyOf(second, size + (size >> 1));
                }
                first[size] = a;
                second[size++] = b;
            }
        }
        return new Candidates(Arrays.copyOf(first, size), Arrays.copyOf(second, size), names.size());
    }

    private void index(int names) {
        for (int pair = 0; pair < first.length; pair++) {
            begin[first[pair] + 1]++;
            begin[second[pair] + 1]++;
        }
        for (int name = 0; name < names; name++) {
            begin[name + 1] += begin[name];
        }
        int[] next = begin.clone();
        for (int pair = 0; pair < first.length; pair++) {
            pairsOf[next[first[pair]]++] = pair;
            pairsOf[next[second[pair]]++] = pair;
        }
    }

    int size() {
        return first.length;
    }

    int first(int pair) {
        return first[pair];
    }

    int second(int pair) {
        return second[pair];
    }

    /** How many pairs a name stands in. */
    int countOf(int name) {
        return begin[name + 1] - begin[name];
    }

    /** The number of a name's {@code index}-th pair, nearest first. */
    int pairOf(int name, int index) {
        return pairsOf[begin[name] + index];
    }
}
