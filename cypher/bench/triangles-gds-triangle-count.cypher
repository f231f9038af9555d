// Triangles by gds.triangleCount on the undirected projection; always the whole graph.
// parameters: {every: 1}
// columns: combinations
CALL gds.triangleCount.stats('bench') YIELD globalTriangleCount
WITH globalTriangleCount WHERE $every > 0
RETURN globalTriangleCount AS combinations
