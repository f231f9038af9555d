@NullMarked
package dev.grip.cli;

import org.jspecify.annotations.NullMarked;
