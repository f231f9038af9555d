// Triangles as two edges of one knowledge point whose ends have an edge; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
MATCH (a)-[:CO_OCCURS]->(b)
MATCH (a)-[:CO_OCCURS]->(c)
WHERE EXISTS { (b)-[:CO_OCCURS]->(c) }
RETURN count(*) AS combinations
