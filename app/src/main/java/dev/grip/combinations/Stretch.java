package dev.grip.combinations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some combinations of one kind and region in the procedures' order and the cursor behind which to look for the next ones;
 * {@code over} when there are none.
 */
public record Stretch(List<Combination> combinations, @Nullable String last, boolean over) {

    public Stretch {
        combinations = List.copyOf(combinations);
    }
}
