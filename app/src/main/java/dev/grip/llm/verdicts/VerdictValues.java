package dev.grip.llm.verdicts;

import dev.grip.llm.Constraint;
import org.jspecify.annotations.Nullable;

/** The values a verdict can have. */
interface VerdictValues<V> {

    /** A regular expression of bounded repetitions: group 1 is the value, group 2, if there is one, the scale it is out of. */
    String pattern();

    /** The value that these words stand for; the scale is null where none was given. */
    Reading<V> read(String value, @Nullable String scale);

    Constraint constraint(String field);

    /** How a request names what is wanted: {@code True or False}. */
    String wanted();
}
