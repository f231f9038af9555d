package dev.grip.knowledge.merging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of one class: the KP it is, a name and a vector for it if it is new, the mentions that join it, who named it
 * (null: a model is to be asked) and the KPs it takes in.
 */
record ClassRecord(String id, Naming naming, List<String> mentions, List<String> takesIn, boolean created) {

    /** A name, the key of the mention whose vector is its, and who gave it. */
    record Naming(String name, String embeddedAs, @Nullable String namedBy) {}
}
