/** Checks what nothing on a build machine can start: the container files, and the notices, demo data and CI script beside them. */
@NullMarked
package dev.grip.containers;

import org.jspecify.annotations.NullMarked;
