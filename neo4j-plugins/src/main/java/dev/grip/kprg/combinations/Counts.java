package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Parallel;
import java.util.Arrays;

/**
 * How many combinations of a part come before each unit, filters by weight considered and those by degree not: made once
 * for a graph by counting on all processors, and kept with it. It is what census, sample and shards stand on.
 */
final class Counts {

    private static final int GROUPS = 8;

    private Counts() {}

    /** The sums: at each unit the number of combinations before it, and behind the last unit that of all. */
    static long[] of(Part part, KprgGraph graph, Limits limits, Cancellation cancellation) {
        return graph.remembered(key(part, limits), () -> count(part, graph, limits, cancellation));
    }

    private static long[] count(Part part, KprgGraph graph, Limits limits, Cancellation cancellation) {
        int end = part.end(graph, limits);
        int[] units = Arrays.stream(Locality.order(graph))
                .mapToInt(Math::toIntExact)
                .filter(unit -> unit < end)
                .toArray();
        long[] before = new long[end + 1];
        Parallel.work(
                "counting " + part.kind(),
                (units.length + Counter.MOST - 1) / Counter.MOST,
                GROUPS,
                () -> {
                    Counter counter = part.counter(graph, limits);
                    return (from, to) -> {
                        for (int group = from; group < to; group++) {
                            counter.count(group(units, group), before);
                        }
                    };
                },
                cancellation);
        Arrays.parallelPrefix(before, Math::addExact);
        return before;
    }

    private static int[] group(int[] units, int group) {
        int begin = group * Counter.MOST;
        int[] some = Arrays.copyOfRange(units, begin, Math.min(units.length, begin + Counter.MOST));
        Arrays.sort(some);
        return some;
    }

    private static Key key(Part part, Limits limits) {
        boolean implicit = part.kind() == Kind.TWO_HOP || part.kind() == Kind.THREE_HOP;
        return new Key(
                part,
                implicit ? limits.implicit() : limits.explicit(),
                part.kind() == Kind.THREE_HOP ? limits.core() : 0,
                part.kind() == Kind.ONE_HOP && limits.repeat());
    }

    private record Key(Part part, int level, int core, boolean repeat) {}
}
