// Seeds with no accepted descendants: no combination of two of their knowledge points led to an accepted solution. Each comes
// with the two of its knowledge points that seeds need together most often. limit: how many seeds.
// parameters: {limit: 100}
// columns: knowledgePoints, names, seed, problem, weight
MATCH (seed:Seed)
WHERE NOT EXISTS {
  MATCH (seed)-[:REQUIRES]->(a)<-[:COMBINES]-(combination:Combination)-[:COMBINES]->(b)<-[:REQUIRES]-(seed)
  MATCH (combination)<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'})
}
CALL (seed) {
  MATCH (seed)-[:REQUIRES]->(a)-[edge:CO_OCCURS]->(b)<-[:REQUIRES]-(seed)
  RETURN [a, b] AS knowledgePoints, edge.weight AS weight ORDER BY weight DESC, a.name, b.name LIMIT 1
}
RETURN knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, seed.id AS seed, left(seed.problem, 80) AS problem, weight
ORDER BY weight DESC, seed LIMIT toInteger($limit)
