/**
 * What simulated models say: a {@code ContentScript} answers a {@code Conversation}, and {@code Brain} is the one that
 * recognises the prompts of this program and writes, solves, rates and judges by rules. Answers depend on what was asked
 * alone. Knows nothing of the servers that send them.
 */
@NullMarked
package dev.grip.rehearsal.content;

import org.jspecify.annotations.NullMarked;
