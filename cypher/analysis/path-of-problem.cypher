// The edges that connect the knowledge points a problem was made from, on at most so many widest shortest paths between two of them,
// and the first few seeds behind each edge. Knowledge points that are no longer in use are left out.
// parameters: {key: 'p1', paths: 3, seeds: 5}
// columns: start, end, weight, seeds
MATCH (:Problem {key: $key})-[:GENERATED_FROM]->(combination:Combination)
MATCH (combination)-[:COMBINES]->(a:KnowledgePoint), (combination)-[:COMBINES]->(b:KnowledgePoint)
WHERE a.id < b.id AND coalesce(a.status, 'active') = 'active' AND coalesce(b.status, 'active') = 'active'
CALL (a, b) {
  CALL kprg.bridges(a, b) YIELD path
  RETURN path LIMIT $paths
}
UNWIND range(0, size(path) - 2) AS step
MATCH (start)-[edge:CO_OCCURS]->(end)
WHERE start IN path[step..step + 2] AND end IN path[step..step + 2]
WITH DISTINCT start, edge, end
RETURN start {.id, .name} AS start, end {.id, .name} AS end, edge.weight AS weight,
       COLLECT {
         MATCH (start)<-[:REQUIRES]-(seed:Seed)-[:REQUIRES]->(end)
         RETURN seed.id ORDER BY seed.id LIMIT $seeds
       } AS seeds
ORDER BY start.id, end.id
