/**
 * The procedures of namespace {@code kprg}, the only types the database sees: they read the arguments, ask the projection and
 * the combinations, and turn dense indexes back into nodes.
 */
@NullMarked
package dev.grip.kprg.procedures;

import org.jspecify.annotations.NullMarked;
