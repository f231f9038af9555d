// The prompts that a problem, its rating, its solutions and all votes were made with.
// parameters: {key: 'p1'}
// columns: prompt
MATCH (problem:Problem {key: $key})
CALL (problem) {
  RETURN problem.promptHash AS hash
  UNION
  MATCH (problem)<-[:OF|RATES|SOLVES]-(made)
  RETURN made.promptHash AS hash
  UNION
  MATCH (problem)<-[:SOLVES]-(:Solution)<-[:OF]-(vote:Judgement)
  RETURN vote.promptHash AS hash
}
MATCH (prompt:Prompt {hash: hash})
RETURN prompt {.name, .version, .hash, .text} AS prompt
ORDER BY prompt.name, prompt.version, prompt.hash
