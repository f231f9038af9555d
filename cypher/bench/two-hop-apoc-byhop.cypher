// TWO_HOP pairs by apoc.neighbors.byhop; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL (a) {
  CALL apoc.neighbors.byhop(a, 'CO_OCCURS', 2) YIELD nodes
  WITH collect(nodes) AS hops
  UNWIND hops[1] AS c
  WITH a, c WHERE id(a) < id(c)
  RETURN c
}
RETURN count(c) AS combinations
