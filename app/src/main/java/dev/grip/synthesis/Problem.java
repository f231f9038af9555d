package dev.grip.synthesis;

import dev.grip.llm.prompts.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A new problem made from a combination; {@code text} is null when the model gave none, and then {@code trouble} says why.
 * The key is a hash of the combination, its repetition and what produced the text.
 */
public record Problem(String key, String combination, @Nullable String text, @Nullable String trouble, Origin origin) {}
