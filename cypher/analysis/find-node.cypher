// What a text is the id or key of: seed, combination, problem or, with the problem it solves, solution.
// parameters: {text: 'p1'}
// columns: kind, key
CALL () {
  MATCH (seed:Seed {id: $text})
  RETURN 'seed' AS kind, seed.id AS key
  UNION ALL
  MATCH (problem:Problem {key: $text})
  RETURN 'problem' AS kind, problem.key AS key
  UNION ALL
  MATCH (:Solution {key: $text})-[:SOLVES]->(problem:Problem)
  RETURN 'solution' AS kind, problem.key AS key
  UNION ALL
  MATCH (combination:Combination {key: $text})
  RETURN 'combination' AS kind, combination.key AS key
}
RETURN kind, key
