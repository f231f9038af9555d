// Problems, the latest first, that come after the one with this time and key; a filter that is null lets all through. Those that are
// to be told apart by their solutions have accepted: whether one passed its judges.
// parameters: {madeAt: 9999999999999, key: '', run: null, verdict: null, accepted: null, kind: null, difficulty: null, limit: 20}
// columns: problem
MATCH (problem:Problem)
WHERE problem.madeAt <= $madeAt AND (problem.madeAt < $madeAt OR problem.key > $key)
  AND ($run IS NULL OR problem.run = $run)
  AND ($verdict IS NULL OR problem.verdict = $verdict)
  AND ($difficulty IS NULL OR problem.difficulty = $difficulty)
  AND ($accepted IS NULL OR EXISTS { (problem)<-[:SOLVES]-(:Solution {verdict: 'passed'}) } = $accepted)
MATCH (problem)-[:GENERATED_FROM]->(combination:Combination)
WHERE $kind IS NULL OR combination.kind = $kind
WITH problem, combination ORDER BY problem.madeAt DESC, problem.key LIMIT $limit
RETURN problem {
  .key, .run, .text, .trouble, .verdict, .score, .difficulty, .model, .madeAt, rehearsal: coalesce(problem.rehearsal, false),
  kind: combination.kind,
  knowledgePoints: COLLECT { MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint) RETURN kp {.id, .name} ORDER BY kp.id },
  solutions: COLLECT {
    MATCH (solution:Solution)-[:SOLVES]->(problem)
    RETURN solution {.key, .text, .answer, .trouble, .verdict, .model} ORDER BY solution.key
  }
} AS problem
ORDER BY problem.madeAt DESC, problem.key
