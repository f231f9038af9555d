// Triangles as paths of three edges that apoc.path.expandConfig brings back to their start; every nth knowledge point starts.
// parameters: {every: 1}
// columns: combinations
MATCH (a:KnowledgePoint) WHERE id(a) % $every = 0
CALL apoc.path.expandConfig(a, {
  relationshipFilter: 'CO_OCCURS>,CO_OCCURS>,<CO_OCCURS', minLevel: 3, maxLevel: 3, terminatorNodes: [a],
  uniqueness: 'RELATIONSHIP_PATH'
}) YIELD path
RETURN count(path) AS combinations
