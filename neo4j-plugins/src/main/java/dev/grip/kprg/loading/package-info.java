/**
 * Brings the KPRG from the store into memory and keeps it there. {@link dev.grip.kprg.loading.Projections} is the way in.
 * {@link dev.grip.kprg.loading.KernelLoader} and {@link dev.grip.kprg.loading.Database} are the only classes that know
 * Neo4j from the inside: the first reads with kernel cursors, the second knows the server around a transaction.
 */
@NullMarked
package dev.grip.kprg.loading;

import org.jspecify.annotations.NullMarked;
