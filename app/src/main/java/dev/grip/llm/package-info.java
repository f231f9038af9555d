/** Calls to served models: chat and embeddings, prompts from {@code /prompts}, answers as values. A leaf: it knows no stage. */
@NullMarked
package dev.grip.llm;

import org.jspecify.annotations.NullMarked;
