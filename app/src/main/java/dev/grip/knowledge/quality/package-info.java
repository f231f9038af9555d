/** The first filter: vague, wrong and over-detailed names are dropped (GRIP section 3.1). */
@NullMarked
package dev.grip.knowledge.quality;

import org.jspecify.annotations.NullMarked;
