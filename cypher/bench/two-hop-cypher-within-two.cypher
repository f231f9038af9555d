// TWO_HOP pairs as ends within two edges that have no edge themselves; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL (a) {
  MATCH (a)-[:CO_OCCURS*1..2]-(c) WHERE id(a) < id(c)
  WITH DISTINCT a, c
  WHERE NOT EXISTS { (a)-[:CO_OCCURS]-(c) }
  RETURN c
}
RETURN count(c) AS combinations
