package dev.grip.judging;

import java.util.Locale;

/** What the judges made of a problem or a solution. */
public enum Verdict {
    PASSED,
    REJECTED,
    /** Too few votes could be read to say. */
    UNDECIDED,
    /** There was nothing to judge: the model gave no usable text. */
    FAILED;

    /** The word kept in the graph. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
