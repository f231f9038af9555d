package dev.grip.pipeline.storage;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing to store: of what type, under which key, and its parameters in that type's statement. {@code content} is asked when the
 * row is written, after all rows before it. {@code refused} is told when the database will never take the row.
 */
public record Row(
        RowType type,
        String key,
        Supplier<Map<String, @Nullable Object>> content,
        Consumer<RuntimeException> refused) {}
