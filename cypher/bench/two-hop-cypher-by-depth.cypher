// TWO_HOP pairs by the smallest number of edges to each end; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL (a) {
  MATCH path = (a)-[:CO_OCCURS*1..2]-(c) WHERE id(a) < id(c)
  WITH c, min(length(path)) AS distance
  WHERE distance = 2
  RETURN c
}
RETURN count(c) AS combinations
