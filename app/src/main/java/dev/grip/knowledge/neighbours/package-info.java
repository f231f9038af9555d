/**
 * Near pairs of mentions by the cosine of their vectors: exactly, all pairs in blocks on all cores, or with Neo4j's vector index and
 * its recall measured. Entry: {@link dev.grip.knowledge.neighbours.NeighbourSearch}. Knows {@code graph} and no other stage.
 */
@NullMarked
package dev.grip.knowledge.neighbours;

import org.jspecify.annotations.NullMarked;
