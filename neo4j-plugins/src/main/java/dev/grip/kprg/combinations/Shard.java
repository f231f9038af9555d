package dev.grip.kprg.combinations;

/**
 * One of {@code count} parts of all combinations, in order: the parts do not overlap, together are all, and differ in size
 * by one combination at most.
 */
public record Shard(int index, int count) {

    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "{index: %d, count: %d} is no shard: the index runs from 0 to count - 1".formatted(index, count));
        }
    }

    /** The rank of its first combination. */
    long begin(long total) {
        return total / count * index + Math.min(index, total % count);
    }

    /** The rank behind its last combination. */
    long end(long total) {
        return begin(total) + total / count + (index < total % count ? 1 : 0);
    }
}
