// Size of the KPRG and of its projection.
// parameters: {}
// columns: nodes, edges, maxDegree, projectionBytes
CALL kprg.info() YIELD nodes, edges, maxDegree, projectionBytes
RETURN nodes, edges, maxDegree, projectionBytes
