package dev.grip.combinations;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what {@code kprg.blocks} packs: little-endian int32, the indexes of one combination after those of the other. */
public final class Blocks {

    private Blocks() {}

    /**
     * The indexes of {@code count} combinations of {@code size} each, one combination after the other.
     *
     * @throws IllegalArgumentException when the block has another length
     */
    public static int[] indexes(byte[] block, int size, int count) {
        return numbers(block, size * count, "block");
    }

    /** The weights of {@code count} combinations. */
    public static int[] weights(byte[] weights, int count) {
        return numbers(weights, count, "weights");
    }

    private static int[] numbers(byte[] bytes, int wanted, String column) {
        if (bytes.length != wanted * Integer.BYTES) {
            throw new IllegalArgumentException("The column " + column + " of kprg.blocks has " + bytes.length
                    + " bytes, but " + wanted + " numbers take " + wanted * Integer.BYTES);
        }
        int[] numbers = new int[wanted];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }
}
