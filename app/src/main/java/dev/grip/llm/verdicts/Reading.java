package dev.grip.llm.verdicts;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read in an answer: a value and the way it was found, or no value and why. What cannot be read is a third thing beside
 * the values, never a guess.
 */
public record Reading<V>(@Nullable V found, String path) {

    /** The value stood on a line of its own after its label, as the prompts ask for it. */
    public static final String LINE = "line";

    /** The value stood in a JSON object. */
    public static final String JSON = "json";

    /** The value stood on a whole line of an answer that was cut off later. */
    public static final String CUT_LINE = "cut_line";

    /** The first answer could not be read; the model was asked again for the value alone. */
    public static final String ASKED_AGAIN = "asked_again";

    static final String UNPARSED = "unparsed";
    static final String CONFLICT = "conflict";
    static final String OUT_OF_RANGE = "out_of_range";
    static final String SCALE_MISMATCH = "scale_mismatch";

    static <V> Reading<V> of(V value, String path) {
        return new Reading<>(value, path);
    }

    static <V> Reading<V> none(String why) {
        return new Reading<>(null, why);
    }

    public Optional<V> value() {
        return Optional.ofNullable(found);
    }

    /** Whether the answer ended as its prompt asks, rather than that the model had to be asked again or could not be read. */
    public boolean atOnce() {
        return path.equals(LINE) || path.equals(JSON);
    }

    Reading<V> by(String other) {
        return found == null ? this : new Reading<>(found, other);
    }

    /** Another value for the same path. */
    public <R> Reading<R> map(Function<V, R> other) {
        return found == null ? none(path) : of(other.apply(found), path);
    }
}
