// Triangles by looking up far ends in the list of neighbours; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint)-[:CO_OCCURS]->(b) WHERE id(a) % $every = 0
WITH a, collect(b) AS near
UNWIND near AS b
MATCH (b)-[:CO_OCCURS]->(c) WHERE c IN near
RETURN count(*) AS combinations
