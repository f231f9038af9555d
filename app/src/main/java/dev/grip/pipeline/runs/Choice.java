package dev.grip.pipeline.runs;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSpec;
import java.util.List;
import java.util.function.Supplier;

/** How a run gets its combinations. */
sealed interface Choice {

    /** Page by page while the run is going on, from wherever the last page ended. */
    record Listed(CombinationSpec spec) implements Choice {}

    /** Round by round, each when those before it are complete. */
    record Steered(CombinationSpec spec) implements Choice {}

    /** All at once before work begins, because nobody can say how to go on behind one of them. */
    record Whole(Supplier<List<Combination>> combinations) implements Choice {}
}
