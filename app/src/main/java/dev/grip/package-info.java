/** The GRIP program: its entry point is {@link dev.grip.Application}; each package below is named by what it knows. */
@NullMarked
package dev.grip;

import org.jspecify.annotations.NullMarked;
