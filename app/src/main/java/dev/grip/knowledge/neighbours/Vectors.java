package dev.grip.knowledge.neighbours;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Unit vectors, one a mention, packed for comparing all with all. Immutable.
 *
 * <p>{@link #BLOCK} vectors stand together transposed: a block has an array for each dimension, with that dimension's value of all
 * its vectors. Places after the last vector, and dimensions up to a multiple of {@link #STRIDE}, hold zeros, which change no sum.
 */
public final class Vectors {

    static final int BLOCK = 512;
    static final int STRIDE = 4;

    private static final double TOLERANCE = 1e-3;

    private final int size;
    private final int dimensions;
    private final float[][][] blocks;

    private Vectors(int size, int dimensions) {
        this.size = size;
        this.dimensions = dimensions;
        int padded = (dimensions + STRIDE - 1) / STRIDE * STRIDE;
        this.blocks = new float[(size + BLOCK - 1) / BLOCK][padded][BLOCK];
    }

    /** Errors call a vector by its position. */
    public static Vectors of(List<float[]> vectors) {
        return of(vectors, position -> "Vector " + position);
    }

    /**
     * Packs vectors of length 1 or, for a name without one, of only zeros, whose cosine with any other is 0.
     *
     * @throws IllegalArgumentException naming the mention whose vector has another length, is not finite or not as long as the first
     */
    public static Vectors of(List<float[]> vectors, List<String> names) {
        return of(vectors, position -> "The vector of mention '" + names.get(position) + "' (" + position + ")");
    }

    private static Vectors of(List<float[]> vectors, IntFunction<String> name) {
        Vectors packed = new Vectors(vectors.size(), vectors.isEmpty() ? 0 : vectors.get(0).length);
        int position = 0;
        for (float[] vector : vectors) {
            packed.check(vector, position, name);
            packed.put(position++, vector);
        }
        return packed;
    }

    private void check(float[] vector, int position, IntFunction<String> name) {
        if (vector.length != dimensions) {
            throw new IllegalArgumentException(name.apply(position) + " has " + vector.length
                    + " dimensions, others have " + dimensions + ": embed all with the same model");
        }
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException(
                    name.apply(position) + " holds a value that is not a finite number: embed it again");
        }
        double length = Math.sqrt(squares);
        if (length != 0 && Math.abs(length - 1) > TOLERANCE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s has length %.4f: scale it to length 1", name.apply(position), length));
        }
    }

    private void put(int position, float[] vector) {
        float[][] block = blocks[position / BLOCK];
        for (int k = 0; k < dimensions; k++) {
            block[k][position % BLOCK] = vector[k];
        }
    }

    public int size() {
        return size;
    }

    public int dimensions() {
        return dimensions;
    }

    /** Bit for bit the score with which a search finds the pair; the same for (i, j) and (j, i). */
    public double cosine(int i, int j) {
        return score(i, j);
    }

    float score(int i, int j) {
        float[][] a = blocks[i / BLOCK];
        float[][] b = blocks[j / BLOCK];
        float sum = 0;
        for (int k = 0; k < dimensions; k++) {
            sum += a[k][i % BLOCK] * b[k][j % BLOCK];
        }
        return Math.min(sum, 1);
    }

    float[] vector(int position) {
        float[] vector = new float[dimensions];
        for (int k = 0; k < dimensions; k++) {
            vector[k] = blocks[position / BLOCK][k][position % BLOCK];
        }
        return vector;
    }

    boolean zero(int position) {
        for (float value : vector(position)) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The vectors at these positions, in this order. */
    Vectors at(int[] positions) {
        Vectors chosen = new Vectors(positions.length, dimensions);
        for (int i = 0; i < positions.length; i++) {
            chosen.put(i, vector(positions[i]));
        }
        return chosen;
    }

    int blocks() {
        return blocks.length;
    }

    float[][] block(int number) {
        return blocks[number];
    }

    /** How many vectors a block holds. */
    int filled(int block) {
        return Math.min(BLOCK, size - block * BLOCK);
    }
}
