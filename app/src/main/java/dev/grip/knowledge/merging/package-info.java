/** The second filter: names that mean the same become one KP (GRIP section 3.1). */
@NullMarked
package dev.grip.knowledge.merging;

import org.jspecify.annotations.NullMarked;
