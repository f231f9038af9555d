/** Storing results as they come: {@link dev.grip.pipeline.storage.ResultWriter} gathers rows of all threads into few transactions. */
@NullMarked
package dev.grip.pipeline.storage;

import org.jspecify.annotations.NullMarked;
