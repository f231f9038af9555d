// Accepted problems with their solutions and all they were made from, by key. Of one run when it is given: then what that run accepted, with the votes and weights of its judges, whatever other runs made of the same problems.
// parameters: {run: 'r1'}
// columns: key, solutionKey, problem, solution, answer, rehearsal, provenance
CALL () {
  WITH $run AS run WHERE run IS NULL
  MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem {verdict: 'passed'})
  RETURN problem, solution, null AS maker, problem.run AS made, problem.score AS score,
         problem.difficulty AS difficulty
  UNION
  MATCH (maker:Run {id: $run})
  MATCH (slice:Slice {run: $run})
  UNWIND range(0, size(coalesce(slice.acceptedProblems, [])) - 1) AS i
  MATCH (solution:Solution {key: slice.acceptedSolutions[i]})-[:SOLVES]->(problem:Problem {key: slice.acceptedProblems[i]})
  RETURN problem, solution, maker, maker.id AS made, slice.scores[i] AS score, slice.difficulties[i] AS difficulty
}
MATCH (problem)-[:GENERATED_FROM]->(combination:Combination)
CALL (problem, maker) {
  MATCH (vote:Judgement)-[:OF]->(problem)
  WHERE maker IS NULL OR vote.model IN maker.judges AND vote.promptHash IN maker.judgePrompts
  WITH vote, coalesce([i IN range(0, size(coalesce(maker.judges, [])) - 1) WHERE maker.judges[i] = vote.model | maker.judgeWeights[i]][0],
                      vote.weight) AS weight
  ORDER BY vote.model, vote.key
  RETURN collect(vote {.model, weight: weight, .score, .prompt, .promptVersion}) AS problemVotes,
         any(one IN collect(vote.rehearsal) WHERE one) AS problemVotesRehearsed
}
CALL (solution, maker) {
  MATCH (vote:Judgement)-[:OF]->(solution)
  WHERE maker IS NULL OR vote.model IN maker.judges AND vote.promptHash IN maker.judgePrompts
  WITH vote, coalesce([i IN range(0, size(coalesce(maker.judges, [])) - 1) WHERE maker.judges[i] = vote.model | maker.judgeWeights[i]][0],
                      vote.weight) AS weight
  ORDER BY vote.model, vote.key
  RETURN collect(vote {.model, weight: weight, .approved, .prompt, .promptVersion}) AS solutionVotes,
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
         weight: combination.weight, knowledge_points: knowledgePoints, run: made,
         difficulty: difficulty, score: score,
         generator: problem {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
         problem_votes: problemVotes,
         solver: solution {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
         solution_votes: solutionVotes
       } AS provenance
ORDER BY key, solutionKey
