package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is known of runs with one configuration: yields by kind, what calls used, how many requests were out at once on average
 * ({@code inFlight}, 0 when unknown), and of which runs.
 */
public record Evidence(
        Basis basis, List<String> runs, Map<String, Yield> kinds, SortedMap<Purpose, Used> used, double inFlight) {

    public Evidence {
        runs = List.copyOf(runs);
        kinds = Map.copyOf(kinds);
    }

    /** Of all kinds together. */
    Yield all() {
        return kinds.values().stream().reduce(Yield.NONE, Yield::plus);
    }

    /** What is known of a kind: its own yield, or, without one, a little of the others'. */
    Yield of(String kind) {
        Yield own = kinds.get(kind);
        return own == null || own.combinations() == 0 ? all().atMost(Assumed.TRIALS) : own;
    }
}
