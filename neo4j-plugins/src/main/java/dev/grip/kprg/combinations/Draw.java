package dev.grip.kprg.combinations;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Different numbers from a range, drawn uniformly, ascending. Holds those it takes or, when fewer, those it leaves. */
final class Draw {

    /** A gigabyte of numbers. */
    private static final int MOST = 1 << 27;

    private final boolean takes;
    private final long[] listed;
    private final long end;
    private long number;
    private int place;

    Draw(long begin, long end, long k, long seed) {
        long size = end - begin;
        long wanted = Math.min(k, size);
        long fewer = Math.min(wanted, size - wanted);
        if (fewer > MOST) {
            throw new IllegalArgumentException(
                    "limit is %d of %d combinations: a sample can take, or leave, %d at most".formatted(k, size, MOST));
        }
        this.takes = fewer == wanted;
        this.listed = distinct(begin, end, (int) fewer, new SplittableRandom(seed));
        this.end = end;
        this.number = begin;
    }

    /** Draws with replacement until enough numbers differ: every set of that size is equally likely. */
    private static long[] distinct(long begin, long end, int count, SplittableRandom random) {
        long[] numbers = new long[count];
        int have = 0;
        while (have < count) {
            for (int i = have; i < count; i++) {
                numbers[i] = random.nextLong(begin, end);
            }
            Arrays.sort(numbers);
            have = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || numbers[i] != numbers[i - 1]) {
                    numbers[have++] = numbers[i];
                }
            }
        }
        return numbers;
    }

    /** The next number, negative when there are no more. */
    long next() {
        if (takes) {
            return place < listed.length ? listed[place++] : -1;
        }
        while (place < listed.length && listed[place] == number) {
            place++;
            number++;
        }
        return number < end ? number++ : -1;
    }
}
