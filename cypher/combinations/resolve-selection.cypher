// Finds the knowledge points that rows of ids or names mean, and which kind of combination each row is.
// parameters: {rows: [['kp1', 'kp2']]}
// columns: row, unknown, ids, names, kind, distance, weight
UNWIND range(0, size($rows) - 1) AS row
CALL (row) {
  UNWIND $rows[row] AS wanted
  OPTIONAL MATCH (byId:KnowledgePoint {id: wanted})
  WHERE coalesce(byId.status, 'active') = 'active'
  OPTIONAL MATCH (byName:KnowledgePoint {name: wanted})
  WHERE coalesce(byName.status, 'active') = 'active'
  WITH wanted, byId, byName ORDER BY byName.id
  WITH wanted, byId, head(collect(byName)) AS byName
  WITH wanted, coalesce(byId, byName) AS kp
  RETURN collect(CASE WHEN kp IS NULL THEN wanted END) AS unknown, collect(DISTINCT kp) AS points
}
CALL (points) {
  UNWIND points AS a
  UNWIND points AS b
  WITH points, a, b WHERE a.id < b.id
  OPTIONAL MATCH (a)-[edge:CO_OCCURS]-(b)
  RETURN count(edge) AS edges, count(*) AS pairs, min(edge.weight) AS weight
}
CALL (points) {
  WITH points WHERE size(points) = 2
  WITH points[0] AS a, points[1] AS b
  OPTIONAL MATCH path = shortestPath((a)-[:CO_OCCURS*..3]-(b))
  RETURN coalesce(max(length(path)), 0) AS steps
}
RETURN row, unknown, [kp IN points | kp.id] AS ids, [kp IN points | kp.name] AS names,
       CASE
         WHEN size(points) = 2 AND steps > 0 THEN ['ONE_HOP', 'TWO_HOP', 'THREE_HOP'][steps - 1]
         WHEN size(points) > 2 AND edges = pairs THEN 'COMMUNITY'
         ELSE 'SELECTED'
       END AS kind,
       CASE WHEN size(points) = 2 THEN steps WHEN edges = pairs THEN 1 ELSE 0 END AS distance,
       toFloat(coalesce(CASE WHEN edges = pairs THEN weight END, 0)) AS weight
ORDER BY row
