/**
 * Owns the driver: sessions, transactions, the statements in {@code /cypher} and the schema. A leaf: it knows no stage.
 *
 * <p>Every statement is a file {@code cypher/<area>/<verb-noun>.cypher} that starts with comment lines:
 *
 * <pre>
 * // Merges seeds by id.                                    one sentence: what it does
 * // parameters: {rows: [{id: 's1', problem: 'What?'}]}     a Cypher map with example values; left out when there are none
 * // columns: id, created                                   what it returns in order; none when it returns nothing
 * </pre>
 *
 * <p>A long map continues on the next comment lines. {@code CypherFilesTests} plans every file with these examples on a
 * real server, over the fixture {@code graph/fixture.cypher} of the tests, which has each label and property once.
 */
@NullMarked
package dev.grip.graph;

import org.jspecify.annotations.NullMarked;
