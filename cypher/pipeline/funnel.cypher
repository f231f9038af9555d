// How many of everything there is, from seeds to exported rows.
// parameters: {}
// columns: seeds, mentions, mentionsKept, knowledgePoints, edges, chosen, problems, problemsPassed, solutions, solutionsPassed, exported, rehearsal
CALL () {
  MATCH (combination:Combination)
  WITH combination.kind AS kind, count(*) AS number ORDER BY kind
  RETURN collect({kind: kind, number: number}) AS chosen
}
RETURN COUNT { (:Seed) } AS seeds,
       COUNT { (:Seed)-[:MENTIONS]->(:Mention) } AS mentions,
       COUNT { (:Seed)-[:MENTIONS]->(:Mention {verdict: 'keep'}) } AS mentionsKept,
       COUNT { MATCH (kp:KnowledgePoint) WHERE coalesce(kp.status, 'active') = 'active' RETURN kp } AS knowledgePoints,
       COUNT { (:KnowledgePoint)-[:CO_OCCURS]->(:KnowledgePoint) } AS edges,
       chosen,
       COUNT { MATCH (problem:Problem) WHERE problem.verdict <> 'failed' RETURN problem } AS problems,
       COUNT { (:Problem {verdict: 'passed'}) } AS problemsPassed,
       COUNT { MATCH (solution:Solution) WHERE solution.verdict <> 'failed' RETURN solution } AS solutions,
       COUNT { (:Solution {verdict: 'passed'}) } AS solutionsPassed,
       COUNT { (:Solution {export: 'exported'}) } AS exported,
       EXISTS { (:Problem {rehearsal: true}) } AS rehearsal
