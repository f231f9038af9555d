// TWO_HOP pairs, one subquery for each start that keeps its far ends apart; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL (a) {
  MATCH (a)-[:CO_OCCURS]-()-[:CO_OCCURS]-(c) WHERE id(a) < id(c)
  WITH DISTINCT a, c
  WHERE NOT EXISTS { (a)-[:CO_OCCURS]-(c) }
  RETURN count(c) AS found
}
RETURN sum(found) AS combinations
