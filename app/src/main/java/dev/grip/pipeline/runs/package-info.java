/** Runs from launch to end: their states, who may carry them out, planning in slices, pausing and going on. */
@NullMarked
package dev.grip.pipeline.runs;

import org.jspecify.annotations.NullMarked;
