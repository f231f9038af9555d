/** Prompts from {@code /prompts}, checked when they are loaded, and asking a model one of them. */
@NullMarked
package dev.grip.llm.prompts;

import org.jspecify.annotations.NullMarked;
