package dev.grip.kprg.combinations;

/** One of {@code count} parts of all combinations; the parts do not overlap and together are all of them. */
public record Shard(int index, int count) {

    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "{index: %d, count: %d} is no shard: the index runs from 0 to count - 1".formatted(index, count));
        }
    }

    boolean owns(int unit) {
        return unit % count == index;
    }
}
