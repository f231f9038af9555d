/** Naming the KPs that each seed needs (GRIP section 3.1). */
@NullMarked
package dev.grip.knowledge.extraction;

import org.jspecify.annotations.NullMarked;
