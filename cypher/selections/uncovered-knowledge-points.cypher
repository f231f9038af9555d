// Uncovered knowledge points: none of their combinations has an accepted solution yet. Each comes with the knowledge point that
// seeds most often need together with it. limit: how many pairs.
// parameters: {limit: 100}
// columns: knowledgePoints, uncovered, partner, weight, seeds
MATCH (kp:KnowledgePoint)
WHERE coalesce(kp.status, 'active') = 'active'
  AND NOT EXISTS { (kp)<-[:COMBINES]-()<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'}) }
CALL (kp) {
  MATCH (kp)-[edge:CO_OCCURS]-(partner)
  RETURN partner, edge.weight AS weight ORDER BY weight DESC, partner.name LIMIT 1
}
RETURN [kp, partner] AS knowledgePoints, kp.name AS uncovered, partner.name AS partner, weight,
       COUNT { (kp)<-[:REQUIRES]-(:Seed) } AS seeds
ORDER BY seeds DESC, uncovered LIMIT toInteger($limit)
