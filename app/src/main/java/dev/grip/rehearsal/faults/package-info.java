/**
 * What can go wrong on purpose: {@code Fault} says what happens, how often and to whom; {@code FaultPlan} decides it for
 * each request, seeded. Knows nothing of HTTP: the server carries faults out.
 */
@NullMarked
package dev.grip.rehearsal.faults;

import org.jspecify.annotations.NullMarked;
