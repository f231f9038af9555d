/**
 * The served models that work together: which server plays which role, the calls to them, and what to do when one refuses,
 * breaks or hangs. {@link dev.grip.llm.fleet.ModelSettings} is what a person configures, {@link dev.grip.llm.fleet.ModelFleet}
 * connects it. May use the records of {@code dev.grip.llm}; knows no prompt.
 */
@NullMarked
package dev.grip.llm.fleet;

import org.jspecify.annotations.NullMarked;
