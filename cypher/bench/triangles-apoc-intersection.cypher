// Triangles by apoc.coll.intersection of the neighbours of an edge's ends; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
WITH a, COLLECT { MATCH (a)-[:CO_OCCURS]->(b) RETURN b } AS near
UNWIND near AS b
WITH near, COLLECT { MATCH (b)-[:CO_OCCURS]->(c) RETURN c } AS far
RETURN sum(size(apoc.coll.intersection(near, far))) AS combinations
