package dev.grip.combinations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some combinations of one kind in the procedures' order, the cursor of the last one, and the position behind them. */
public record Page(List<Combination> combinations, @Nullable String last, Position next) {

    public Page {
        combinations = List.copyOf(combinations);
    }
}
