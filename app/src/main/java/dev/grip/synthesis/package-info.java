/** New problems from combinations and their solutions. */
@NullMarked
package dev.grip.synthesis;

import org.jspecify.annotations.NullMarked;
