// TWO_HOP pairs by a breadth-first apoc.path.expandConfig; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL apoc.path.expandConfig(a, {
  relationshipFilter: 'CO_OCCURS', minLevel: 2, maxLevel: 2, bfs: true, uniqueness: 'NODE_GLOBAL'
}) YIELD path
WITH a, last(nodes(path)) AS c WHERE id(a) < id(c)
RETURN count(c) AS combinations
