/** How slices come from who plans them to who works on them: {@link dev.grip.pipeline.queue.WorkQueue}, inside one process or beyond it. */
@NullMarked
package dev.grip.pipeline.queue;

import org.jspecify.annotations.NullMarked;
