package dev.grip.knowledge.neighbours;

import java.util.Arrays;

/**
 * The dot products of {@link #ROWS} vectors of one block with all vectors of another; the buffer of one thread.
 *
 * <p>Every product is a sum in the order of the dimensions, so it depends neither on the blocks nor on which vector comes first. The
 * sums of one row grow side by side, because C2 vectorises that and not the sum of one pair. What it needs for it, measured on JDK 17
 * and 25: a constant number of steps, plain {@code j} as the only index, an array a dimension, and a body small enough to be
 * unrolled (two rows by four dimensions, 92 GFLOP/s a core; one row by eight 75; four by four, or a length that is no constant, 13).
 * Multiplying and adding apart instead of {@code Math.fma}: as fast, the same bits on every machine, and never emulated.
 */
final class Strip {

    static final int ROWS = 32;

    private static final int WIDTH = Vectors.BLOCK;

    private final float[][] sums = new float[ROWS][WIDTH];

    /** Rows {@code from} to {@code from + ROWS} of block {@code a} with all of block {@code b}. */
    void multiply(float[][] a, int from, float[][] b) {
        for (float[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (int k = 0; k < a.length; k += Vectors.STRIDE) {
            for (int row = 0; row < ROWS; row += 2) {
                add(a, from + row, b, k, sums[row], sums[row + 1]);
            }
        }
    }

    float[] row(int row) {
        return sums[row];
    }

    /** Adds four dimensions to the products of two neighbouring rows. */
    private static void add(float[][] a, int i, float[][] b, int k, float[] first, float[] second) {
        float p0 = a[k][i];
        float p1 = a[k + 1][i];
        float p2 = a[k + 2][i];
        float p3 = a[k + 3][i];
        float q0 = a[k][i + 1];
        float q1 = a[k + 1][i + 1];
        float q2 = a[k + 2][i + 1];
        float q3 = a[k + 3][i + 1];
        float[] b0 = b[k];
        float[] b1 = b[k + 1];
        float[] b2 = b[k + 2];
        float[] b3 = b[k + 3];
        for (int j = 0; j < WIDTH; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            first[j] = first[j] + p0 * x0 + p1 * x1 + p2 * x2 + p3 * x3;
            second[j] = second[j] + q0 * x0 + q1 * x1 + q2 * x2 + q3 * x3;
        }
    }
}
