package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The number of each combination of a selection in the order of all, from 0, and the way back from number to place. */
final class Ranks {

    private final List<Part> parts;
    private final List<long[]> before = new ArrayList<>();
    private final long[] start;
    private final int first;

    Ranks(KprgGraph graph, Selection selection, Cancellation cancellation) {
        var limits = Limits.of(selection, graph);
        this.parts = Part.of(selection);
        this.start = new long[parts.size() + 1];
        this.first = limits.first();
        for (int i = 0; i < parts.size(); i++) {
            before.add(Counts.of(parts.get(i), graph, limits, cancellation));
            start[i + 1] = Math.addExact(start[i], within(i));
        }
    }

    private long within(int part) {
        long[] sums = before.get(part);
        return first >= sums.length ? 0 : sums[sums.length - 1] - sums[first];
    }

    /** The number of all combinations. */
    long total() {
        return start[parts.size()];
    }

    /** The rank of the first combination of a part or, when it has none, of the next one. */
    long of(int part) {
        return start[part];
    }

    /** The rank of the first combination of a unit or, when it has none, of the next one. */
    long of(int part, int unit) {
        long[] sums = before.get(part);
        return start[part] + (first >= sums.length ? 0 : sums[unit] - sums[first]);
    }

    /** Where a rank below the total is: the part, the unit and the number within the unit. */
    Place at(long rank) {
        int part = place(start, rank);
        long[] sums = before.get(part);
        long wanted = rank - start[part] + sums[first];
        int unit = place(sums, wanted);
        return new Place(part, unit, wanted - sums[unit]);
    }

    /** The last place whose sum does not exceed the wanted one: places that add nothing are passed by. */
    private static int place(long[] sums, long wanted) {
        int found = Arrays.binarySearch(sums, wanted);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < sums.length && sums[found + 1] == wanted) {
            found++;
        }
        return found;
    }

    record Place(int part, int unit, long offset) {}
}
