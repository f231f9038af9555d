/** Reading the verdict in a model's answer: linear time on any text, and what cannot be read is a value of its own. */
@NullMarked
package dev.grip.llm.verdicts;

import org.jspecify.annotations.NullMarked;
