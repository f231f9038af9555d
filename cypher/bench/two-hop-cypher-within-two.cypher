// TWO_HOP pairs as those within two edges without those within one; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL (a) {
  MATCH (a)-[:CO_OCCURS*1..2]-(c) WHERE c <> a
  RETURN count(DISTINCT c) AS near
}
RETURN sum(near - COUNT { (a)-[:CO_OCCURS]-() }) / 2 AS combinations
