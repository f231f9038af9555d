/**
 * Simulated model servers, so that everything runs without a GPU: {@code RehearsalFleet} starts one HTTP server a model,
 * in vLLM's wire format, on loopback. What they answer is made by rules, is always the same for the same question, and is
 * marked {@code rehearsal} wherever it goes. A leaf: it knows no stage; prompts and recorded answers come from its caller.
 */
@NullMarked
package dev.grip.rehearsal;

import org.jspecify.annotations.NullMarked;
