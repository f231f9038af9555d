/**
 * Simulated model servers, so that everything runs without a GPU and every trouble of a real server can be had on demand.
 * {@code RehearsalServer} serves one model in vLLM's wire format on loopback, {@code RehearsalFleet} one for every model of the
 * published method. What they answer is made by rules, is always the same for the same question, and is marked
 * {@code rehearsal} wherever it goes. How fast they answer is decided in {@code engine}, what goes wrong in {@code faults},
 * what that does to a connection in {@code wire}; {@code config} reads and writes settings. A leaf: it knows no stage; prompts
 * and recorded answers come from its caller.
 */
@NullMarked
package dev.grip.rehearsal;

import org.jspecify.annotations.NullMarked;
