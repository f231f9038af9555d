// Knowledge points whose problems fail: the share of their problems without an accepted solution, and where they are lost. Each
// comes with its closest neighbour that it was not tried with. minProblems: problems a knowledge point needs; limit: how many
// pairs.
// parameters: {minProblems: 3, limit: 100}
// columns: knowledgePoints, failing, partner, problems, rejectedProblems, rejectedSolutions, failed
MATCH (kp:KnowledgePoint)<-[:COMBINES]-(:Combination)<-[:GENERATED_FROM]-(problem:Problem)
WHERE coalesce(kp.status, 'active') = 'active'
WITH kp, problem, EXISTS { (problem)<-[:SOLVES]-(:Solution {verdict: 'passed'}) } AS good
WITH kp, count(problem) AS problems,
     sum(CASE WHEN problem.verdict <> 'passed' THEN 1 ELSE 0 END) AS rejectedProblems,
     sum(CASE WHEN problem.verdict = 'passed' AND NOT good THEN 1 ELSE 0 END) AS rejectedSolutions
WHERE problems >= $minProblems AND rejectedProblems + rejectedSolutions > 0
CALL (kp) {
  MATCH (kp)-[edge:CO_OCCURS]-(partner)
  WHERE NOT EXISTS { (kp)<-[:COMBINES]-(:Combination)-[:COMBINES]->(partner) }
  RETURN partner ORDER BY edge.weight DESC, partner.name LIMIT 1
}
RETURN [kp, partner] AS knowledgePoints, kp.name AS failing, partner.name AS partner, problems, rejectedProblems,
       rejectedSolutions, round(1.0 * (rejectedProblems + rejectedSolutions) / problems, 3) AS failed
ORDER BY failed DESC, problems DESC, failing LIMIT toInteger($limit)
