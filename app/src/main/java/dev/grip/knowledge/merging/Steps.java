package dev.grip.knowledge.merging;

import java.util.function.LongConsumer;

/** Hears of the parts of a longer work as they begin, with their number of steps or -1, advance and end. */
public interface Steps {

    LongConsumer begin(String stage, long total);

    default void end(String summary) {}
}
