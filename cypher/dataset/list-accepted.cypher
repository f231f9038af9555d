// Accepted problems with their solutions and all they were made from, by key; of one run when it is given.
// parameters: {run: 'r1'}
// columns: key, solutionKey, problem, solution, answer, rehearsal, provenance
CALL () {
  WITH $run AS run WHERE run IS NULL
  MATCH (problem:Problem {verdict: 'passed'})
  RETURN problem
  UNION
  MATCH (slice:Slice {run: $run})
  UNWIND slice.problems AS key
  MATCH (problem:Problem {key: key, verdict: 'passed'})
  RETURN problem
}
MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem)-[:GENERATED_FROM]->(combination:Combination)
CALL (problem) {
  MATCH (vote:Judgement)-[:OF]->(problem)
  WITH vote ORDER BY vote.model, vote.key
  RETURN collect(vote {.model, .weight, .score, .prompt, .promptVersion}) AS problemVotes,
         any(one IN collect(vote.rehearsal) WHERE one) AS problemVotesRehearsed
}
CALL (solution) {
  MATCH (vote:Judgement)-[:OF]->(solution)
  WITH vote ORDER BY vote.model, vote.key
  RETURN collect(vote {.model, .weight, .approved, .prompt, .promptVersion}) AS solutionVotes,
         any(one IN collect(vote.rehearsal) WHERE one) AS solutionVotesRehearsed
}
CALL (combination) {
  MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint)
  WITH kp ORDER BY kp.id
  CALL (kp) {
    MATCH (seed:Seed)-[:REQUIRES]->(kp)
    WITH seed ORDER BY seed.id LIMIT 5
    RETURN collect(seed.id) AS seeds
  }
  WITH kp, seeds, EXISTS { MATCH (kp)<-[:NAMES]-(mention:Mention) WHERE mention.rehearsal } AS rehearsed
  RETURN collect({id: kp.id, name: kp.name, seeds: seeds}) AS knowledgePoints,
         any(one IN collect(rehearsed) WHERE one) AS knowledgePointsRehearsed
}
RETURN problem.key AS key, solution.key AS solutionKey, problem.text AS problem, solution.text AS solution,
       solution.answer AS answer, coalesce(problem.rehearsal, false) OR coalesce(solution.rehearsal, false)
         OR problemVotesRehearsed OR solutionVotesRehearsed OR knowledgePointsRehearsed AS rehearsal,
       {
         combination: combination.key, kind: combination.kind, distance: combination.distance,
         weight: combination.weight, knowledge_points: knowledgePoints, run: problem.run,
         difficulty: problem.difficulty, score: problem.score,
         generator: problem {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
         problem_votes: problemVotes,
         solver: solution {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
         solution_votes: solutionVotes
       } AS provenance
ORDER BY key, solutionKey
