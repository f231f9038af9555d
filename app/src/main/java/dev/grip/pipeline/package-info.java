/** Runs the stages: settings, runs in slices, progress and the funnel. {@link dev.grip.pipeline.Grip} is what the CLI and the API call. */
@NullMarked
package dev.grip.pipeline;

import org.jspecify.annotations.NullMarked;
