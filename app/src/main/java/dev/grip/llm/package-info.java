/**
 * Calls to served models: what is asked ({@link dev.grip.llm.ChatRequest}) and what comes back ({@link dev.grip.llm.Answer}),
 * as values. The packages below it connect servers ({@code fleet}), hold prompts ({@code prompts}), read verdicts
 * ({@code verdicts}) and embed texts ({@code embeddings}). A leaf: none of them knows a stage.
 */
@NullMarked
package dev.grip.llm;

import org.jspecify.annotations.NullMarked;
