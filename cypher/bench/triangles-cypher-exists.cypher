// Triangles as paths of two edges whose ends have an edge; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
MATCH (a)-[:CO_OCCURS]->()-[:CO_OCCURS]->(c)
WHERE EXISTS { (a)-[:CO_OCCURS]->(c) }
RETURN count(*) AS combinations
