// Recomputes edges from the seeds that require both ends, all of them or the one between two knowledge points, and returns those that
// differ: trouble is missing (seeds, but no edge), superfluous (an edge, but no seeds), weight (another number than the seeds') or
// repeated (more than one edge between the two).
// parameters: {first: 'kp1', second: 'kp2'}
// columns: first, firstName, second, secondName, seeds, weight, trouble
CALL () {
  MATCH (a:KnowledgePoint)<-[:REQUIRES]-(seed:Seed)-[:REQUIRES]->(b:KnowledgePoint)
  WHERE a.id < b.id AND coalesce(a.status, 'active') = 'active' AND coalesce(b.status, 'active') = 'active'
    AND ($first IS NULL OR a.id IN [$first, $second] AND b.id IN [$first, $second])
  WITH a, b, count(DISTINCT seed) AS seeds
  OPTIONAL MATCH (a)-[edge:CO_OCCURS]-(b)
  WITH a, b, seeds, collect(edge) AS edges
  RETURN a, b, seeds, edges
  UNION
  MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]-(b:KnowledgePoint)
  WHERE a.id < b.id AND ($first IS NULL OR a.id IN [$first, $second] AND b.id IN [$first, $second])
    AND (coalesce(a.status, 'active') <> 'active' OR coalesce(b.status, 'active') <> 'active'
      OR NOT EXISTS { (a)<-[:REQUIRES]-(:Seed)-[:REQUIRES]->(b) })
  RETURN a, b, 0 AS seeds, collect(edge) AS edges
  UNION
  MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(a)
  WHERE $first IS NULL OR a.id = $first AND a.id = $second
  RETURN a, a AS b, 0 AS seeds, collect(edge) AS edges
}
WITH a, b, seeds, edges, CASE
  WHEN size(edges) = 0 THEN 'missing'
  WHEN seeds = 0 THEN 'superfluous'
  WHEN size(edges) > 1 THEN 'repeated'
  WHEN coalesce(edges[0].weight, -1) <> seeds THEN 'weight'
  END AS trouble
WHERE trouble IS NOT NULL
RETURN a.id AS first, a.name AS firstName, b.id AS second, b.name AS secondName, seeds, edges[0].weight AS weight, trouble
ORDER BY first, second
