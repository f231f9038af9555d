package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.SplittableRandom;

/**
 * A uniform random choice of {@code k} combinations without replacement, in the order of the walk. A first walk counts,
 * a second takes each combination with the probability (still wanted) / (still to come), which needs no memory (Knuth,
 * The Art of Computer Programming 2, 3.4.2, algorithm S). The same seed, graph and selection give the same choice.
 */
public final class Sample {

    private final Walk walk;
    private final SplittableRandom random;
    private long toCome;
    private long wanted;

    public Sample(KprgGraph graph, Selection selection, long k, long seed, Cancellation cancellation) {
        this.toCome = size(new Walk(graph, selection, cancellation));
        this.wanted = Math.min(k, toCome);
        this.walk = new Walk(graph, selection, cancellation);
        this.random = new SplittableRandom(seed);
    }

    private static long size(Walk walk) {
        long size = 0;
        while (walk.next()) {
            size++;
        }
        return size;
    }

    /** Goes on to the next chosen combination, which {@link #walk()} then stands on; false when there is none. */
    public boolean next() {
        while (wanted > 0 && walk.next()) {
            boolean take = random.nextLong(toCome) < wanted;
            toCome--;
            if (take) {
                wanted--;
                return true;
            }
        }
        return false;
    }

    public Walk walk() {
        return walk;
    }
}
