package dev.grip.synthesis;

import dev.grip.llm.prompts.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A worked solution of a problem; {@code answer} is what stands in its last {@code \boxed{}}, or null, and then {@code trouble}
 * says why the solution cannot be used.
 */
public record Solution(
        String key, String problem, String text, @Nullable String answer, @Nullable String trouble, Origin origin) {}
