package dev.grip.llm.fleet;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one try came to: a value or the trouble that prevented it. */
record Attempt<T>(@Nullable T value, @Nullable Trouble trouble) {

    static <T> Attempt<T> done(T value) {
        return new Attempt<>(value, null);
    }

    static <T> Attempt<T> failed(Trouble trouble) {
        return new Attempt<>(null, trouble);
    }

    <R> Attempt<R> then(Function<T, Attempt<R>> next) {
        return trouble != null ? failed(trouble) : next.apply(Objects.requireNonNull(value));
    }
}
