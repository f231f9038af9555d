// TWO_HOP pairs as one pattern over all pairs; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
MATCH (a)-[:CO_OCCURS]-()-[:CO_OCCURS]-(c)
WHERE id(a) < id(c) AND NOT EXISTS { (a)-[:CO_OCCURS]-(c) }
WITH DISTINCT a, c
RETURN count(*) AS combinations
