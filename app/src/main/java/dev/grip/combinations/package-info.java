/** Combinations of knowledge points: which are asked for, where they come from, how they are kept. */
@NullMarked
package dev.grip.combinations;

import org.jspecify.annotations.NullMarked;
