// Triangles as one pattern, found once because edges lead from the smaller id; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(c)
WHERE id(a) % $every = 0
RETURN count(*) AS combinations
