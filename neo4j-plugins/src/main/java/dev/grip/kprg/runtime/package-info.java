/**
 * What a long computation asks of whoever started it. It knows nothing but the JDK.
 */
@NullMarked
package dev.grip.kprg.runtime;

import org.jspecify.annotations.NullMarked;
