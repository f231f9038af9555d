/**
 * The command line {@code grip}: one class a command, each a few calls of {@link dev.grip.pipeline.Grip}, and how results look on a
 * terminal. Uses {@code pipeline} and the stages' records, and {@code web} only to start the server.
 */
@NullMarked
package dev.grip.cli;

import org.jspecify.annotations.NullMarked;
