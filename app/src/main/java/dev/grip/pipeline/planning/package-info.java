/**
 * What a run will take and give, told before it is started: combinations, calls, tokens, time, cost and rows, each with an interval, and
 * which mix of kinds fits a budget. {@link dev.grip.pipeline.planning.Planning} is where to begin; the arithmetic knows no database.
 */
@NullMarked
package dev.grip.pipeline.planning;

import org.jspecify.annotations.NullMarked;
