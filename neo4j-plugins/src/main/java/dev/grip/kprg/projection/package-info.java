/**
 * The KPRG as primitive arrays, immutable and shared by all calls. {@link dev.grip.kprg.projection.KprgReader} is the only
 * class here that reads entities of the database; everything else works on dense indexes in knowledge point id order.
 */
@NullMarked
package dev.grip.kprg.projection;

import org.jspecify.annotations.NullMarked;
