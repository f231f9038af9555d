/** KP names as models and seed files wrote them. */
@NullMarked
package dev.grip.knowledge.mentions;

import org.jspecify.annotations.NullMarked;
