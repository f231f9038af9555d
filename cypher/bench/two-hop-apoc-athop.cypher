// TWO_HOP pairs by apoc.neighbors.athop; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL apoc.neighbors.athop(a, 'CO_OCCURS', 2) YIELD node
WITH a, node WHERE id(a) < id(node)
RETURN count(node) AS combinations
