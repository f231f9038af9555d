/**
 * Runs a whole Neo4j as a child process: {@link dev.grip.embedded.EmbeddedNeo4j} starts it, or attaches to the one that
 * another process started on the same data folder. A leaf: it knows no other package.
 */
@NullMarked
package dev.grip.embedded;

import org.jspecify.annotations.NullMarked;
