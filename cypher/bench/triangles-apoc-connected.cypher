// Triangles as paths of two edges whose ends are apoc.nodes.connected; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
MATCH (a)-[:CO_OCCURS]->()-[:CO_OCCURS]->(c)
WHERE apoc.nodes.connected(a, c, 'CO_OCCURS>')
RETURN count(*) AS combinations
