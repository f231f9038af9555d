@NullMarked
package dev.grip.bench;

import org.jspecify.annotations.NullMarked;
