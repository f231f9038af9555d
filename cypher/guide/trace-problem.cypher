// One accepted problem, back to the seeds it comes from.
// columns: made, votes, origins
MATCH made = (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem)-[:GENERATED_FROM]->(combination:Combination)
WITH made, solution, problem, combination ORDER BY problem.score DESC, problem.key LIMIT 1
MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint)
CALL (combination, kp) {
  MATCH origin = (combination)-[:COMBINES]->(kp)<-[:REQUIRES]-(:Seed)
  RETURN collect(origin)[..3] AS origins
}
RETURN made, [(vote:Judgement)-[of:OF]->(judged) WHERE judged IN [problem, solution] | [vote, of]] AS votes,
       collect(origins) AS origins
