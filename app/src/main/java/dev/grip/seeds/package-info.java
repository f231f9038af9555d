/** Solved problems that everything starts from: reading their files, checking every line, keeping them in the graph. */
@NullMarked
package dev.grip.seeds;

import org.jspecify.annotations.NullMarked;
