package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Kind;
import dev.grip.kprg.combinations.Position;
import dev.grip.kprg.combinations.Walk;
import dev.grip.kprg.projection.KprgGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        var block = ByteBuffer.allocate(most * size * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var weights = ByteBuffer.allocate(most * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        int copy = 0;
        while (count < most && pending && walk.kind() == kind && walk.size() == size) {
            for (int i = 0; i < size; i++) {
                block.putInt(walk.member(i));
            }
            weights.putInt(walk.weight());
            copy = walk.copy();
            count++;
            pending = advance();
        }
        String cursor = Cursor.of(graph, new Position(kind, lastMembers(block, size), copy));
        return new BlockRow(kind.name(), size, count, written(block), written(weights), cursor);
    }

    private static List<Integer> lastMembers(ByteBuffer block, int size) {
        int begin = block.position() - size * Integer.BYTES;
        return IntStream.range(0, size)
                .mapToObj(i -> block.getInt(begin + i * Integer.BYTES))
                .toList();
    }

    private boolean advance() {
        remaining--;
        return remaining > 0 && walk.next();
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }
}
