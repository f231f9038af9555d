// Every question that led to a problem, its votes, its rating, its solutions and theirs: what is recorded with the answer, the texts
// that the prompt was filled with, and the prompt's text as the graph has it. KP names are in the order in which prompts list them.
// parameters: {key: 'p1'}
// columns: step, answer, names, problem, solution, subject, template
MATCH (made:Problem {key: $key})-[:GENERATED_FROM]->(combination:Combination)
CALL (made) {
  RETURN 'WRITING' AS step, made AS answer, null AS solved
  UNION ALL
  MATCH (made)<-[:OF]-(vote:Judgement)
  RETURN 'JUDGING_PROBLEM' AS step, vote AS answer, null AS solved
  UNION ALL
  MATCH (made)<-[:RATES]-(rating:Rating)
  RETURN 'RATING' AS step, rating AS answer, null AS solved
  UNION ALL
  MATCH (made)<-[:SOLVES]-(solution:Solution)
  RETURN 'SOLVING' AS step, solution AS answer, solution AS solved
  UNION ALL
  MATCH (made)<-[:SOLVES]-(solution:Solution)<-[:OF]-(vote:Judgement)
  RETURN 'JUDGING_SOLUTION' AS step, vote AS answer, solution AS solved
}
OPTIONAL MATCH (prompt:Prompt {name: answer.prompt, hash: answer.promptHash})
RETURN step,
       answer {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed, .rehearsal, .request} AS answer,
       COLLECT { MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint) RETURN kp.name ORDER BY kp.id } AS names,
       coalesce(made.text, '') AS problem, coalesce(solved.text, '') AS solution, coalesce(solved.key, made.key) AS subject,
       prompt.text AS template
ORDER BY subject, answer.model
