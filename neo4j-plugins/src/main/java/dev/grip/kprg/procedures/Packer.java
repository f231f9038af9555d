package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Kind;
import dev.grip.kprg.combinations.Position;
import dev.grip.kprg.combinations.Walk;
import dev.grip.kprg.projection.KprgGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Packs the combinations of a walk into blocks; a block ends when it is full or the kind or size changes. */
final class Packer {

    static final int BLOCK = 4096;

    private final KprgGraph graph;
    private final Walk walk;
    private long remaining;
    private boolean pending;

    Packer(KprgGraph graph, Walk walk, long limit) {
        this.graph = graph;
        this.walk = walk;
        this.remaining = limit;
        this.pending = limit > 0 && walk.next();
    }

    boolean hasNext() {
        return pending;
    }

    BlockRow pack() {
        Kind kind = walk.kind();
        int size = walk.size();
        int most = (int) Math.min(BLOCK, remaining);
        byte[] block = new byte[most * size * Integer.BYTES];
        byte[] weights = new byte[most * Integer.BYTES];
        IntBuffer members = littleEndian(block);
        IntBuffer weightsOut = littleEndian(weights);
        int count = 0;
        int copy = 0;
        while (count < most && pending && walk.kind() == kind && walk.size() == size) {
            int packed = walk.pack(most - count, members, weightsOut);
            count += packed;
            remaining -= packed;
            copy = walk.copy();
            pending = remaining > 0 && walk.next();
        }
        return new BlockRow(
                kind.name(),
                size,
                count,
                written(block, count * size),
                written(weights, count),
                Cursor.of(graph, new Position(kind, last(members, size), copy)));
    }

    private static List<Integer> last(IntBuffer members, int size) {
        int begin = members.position() - size;
        return IntStream.range(begin, begin + size).mapToObj(members::get).toList();
    }

    private static IntBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }

    private static byte[] written(byte[] bytes, int ints) {
        return bytes.length == ints * Integer.BYTES ? bytes : Arrays.copyOf(bytes, ints * Integer.BYTES);
    }
}
