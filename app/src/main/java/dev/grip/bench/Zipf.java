package dev.grip.bench;

import java.util.Arrays;
import java.util.Random;

/** Draws ranks from 0 on, rank r with a probability proportional to 1 / (r + 1)^exponent; the same on every machine. */
final class Zipf {

    private final double[] cumulative;

    Zipf(int most, double exponent) {
        cumulative = new double[most];
        double sum = 0;
        for (int rank = 0; rank < most; rank++) {
            sum += 1 / StrictMath.pow(rank + 1, exponent);
            cumulative[rank] = sum;
        }
    }

    /** A rank below {@code size}, which is at most the largest size this was made for. */
    int draw(Random random, int size) {
        double wanted = random.nextDouble() * cumulative[size - 1];
        int found = Arrays.binarySearch(cumulative, 0, size, wanted);
        return Math.min(size - 1, found < 0 ? -found - 1 : found + 1);
    }
}
