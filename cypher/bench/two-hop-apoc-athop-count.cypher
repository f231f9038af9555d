// TWO_HOP pairs by apoc.neighbors.athop.count; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL apoc.neighbors.athop.count(a, 'CO_OCCURS', 2) YIELD value
RETURN sum(value) / 2 AS combinations
