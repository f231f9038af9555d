/** Votes of judges on problems and solutions, the verdicts they make, and difficulty. */
@NullMarked
package dev.grip.judging;

import org.jspecify.annotations.NullMarked;
