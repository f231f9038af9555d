/**
 * The combinations of knowledge points and the order they come in, computed on the arrays of the projection. No type of the
 * database appears here: what it needs comes in through constructors.
 */
@NullMarked
package dev.grip.kprg.combinations;

import org.jspecify.annotations.NullMarked;
