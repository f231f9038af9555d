/**
 * Explains and checks what the graph holds: the story of one node, the audit of the KPRG's edges, and a dump that is the same for the
 * same knowledge. It only reads; every question is a statement in {@code cypher/analysis} or {@code cypher/knowledge}.
 */
@NullMarked
package dev.grip.analysis;

import org.jspecify.annotations.NullMarked;
