// TWO_HOP pairs by apoc.neighbors.byhop.count; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL apoc.neighbors.byhop.count(a, 'CO_OCCURS', 2) YIELD value
RETURN sum(coalesce(value[1], 0)) / 2 AS combinations
