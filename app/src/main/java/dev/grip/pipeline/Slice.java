package dev.grip.pipeline;

import dev.grip.combinations.Combination;
import dev.grip.graph.Key;
import java.util.List;

/** A range of a run's combinations, the unit of work: {@code index} counts from 0. */
record Slice(String run, int index, List<Combination> combinations) {

    Slice {
        combinations = List.copyOf(combinations);
    }

    String id() {
        return run + "-" + Key.of("slice", run, index).substring(0, 8);
    }
}
