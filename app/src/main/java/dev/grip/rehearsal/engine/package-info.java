/**
 * A simulated inference engine without HTTP: slots, a first-in-first-out queue, KV cache in blocks with preemption by
 * recompute, a prefix cache, and how long prefill and decoding take. {@code Engine} is arithmetic on a time that is given to
 * it; {@code EngineRunner} runs it on a real clock. Knows only the JDK.
 */
@NullMarked
package dev.grip.rehearsal.engine;

import org.jspecify.annotations.NullMarked;
