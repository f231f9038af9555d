/** Carrying out slices: each combination from where it stands to its end, every result stored as it comes. */
@NullMarked
package dev.grip.pipeline.work;

import org.jspecify.annotations.NullMarked;
