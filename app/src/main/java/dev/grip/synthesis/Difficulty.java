package dev.grip.synthesis;

import java.util.Locale;

/** How hard a model rated a problem; UNRATED when its answer could not be read, and then the large solver is used. */
public enum Difficulty {
    LOW,
    MEDIUM,
    HIGH,
    UNRATED;

    /** The word kept in the graph and in the dataset. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the small solver takes it (GRIP section 3.4). */
    boolean small() {
        return this == LOW || this == MEDIUM;
    }
}
