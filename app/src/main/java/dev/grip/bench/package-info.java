/**
 * Benchmarks that anyone can run: {@link dev.grip.bench.GraphBench} grows a KPRG of a known size without any model, loads it into a
 * Neo4j of its own and measures the {@code kprg} procedures beside Cypher, APOC and GDS. Uses graph, embedded and combinations.
 */
@NullMarked
package dev.grip.bench;

import org.jspecify.annotations.NullMarked;
