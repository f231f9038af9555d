/** Owns the driver: sessions, transactions, the statements in {@code /cypher} and the schema. A leaf: it knows no stage. */
@NullMarked
package dev.grip.graph;

import org.jspecify.annotations.NullMarked;
