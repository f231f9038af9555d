package dev.grip.kprg.procedures;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams that make each row only when the database asks for it. */
final class Streams {

    private Streams() {}

    /** A row for each time {@code next} says yes. */
    static <T> Stream<T> of(BooleanSupplier next, Supplier<T> row) {
        var rows = new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
            @Override
            public boolean tryAdvance(Consumer<? super T> action) {
                if (!next.getAsBoolean()) {
                    return false;
                }
                action.accept(row.get());
                return true;
            }
        };
        return StreamSupport.stream(rows, false);
    }
}
