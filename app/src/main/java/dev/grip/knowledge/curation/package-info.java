/**
 * What people change by hand: knowledge points merged, split, renamed, banned and unbanned, each undoable, each one statement in
 * {@code cypher/knowledge/curation} that a person can run as well as the program does. All checks are in those statements.
 */
@NullMarked
package dev.grip.knowledge.curation;

import org.jspecify.annotations.NullMarked;
