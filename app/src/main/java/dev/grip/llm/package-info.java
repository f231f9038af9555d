/**
 * Calls to served models: chat and embeddings, prompts from {@code /prompts}, answers as values. A leaf: it knows no stage.
 *
 * <p>{@link dev.grip.llm.ModelSettings} says which server plays which role, {@link dev.grip.llm.ModelFleet} connects them.
 * Inside, {@code ModelServer} is the one place that repeats calls, {@code EndpointClient} sends each request exactly once,
 * and {@code StatusRules} decides what a refusal means. Prompts come from {@link dev.grip.llm.PromptLibrary}.
 */
@NullMarked
package dev.grip.llm;

import org.jspecify.annotations.NullMarked;
