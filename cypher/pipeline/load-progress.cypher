// Combinations and everything that was made of them so far.
// parameters: {rows: [{index: 0, combination: 'c1', problem: 'p1'}]}
// columns: index, combination, ids, names, problem, votes, ratings, solutions
UNWIND $rows AS row
MATCH (combination:Combination {key: row.combination})
CALL (combination) {
  MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint)
  WITH kp ORDER BY kp.id
  RETURN collect(kp.id) AS ids, collect(kp.name) AS names
}
OPTIONAL MATCH (problem:Problem {key: row.problem})
RETURN row.index AS index, combination {.key, .kind, .distance, .weight} AS combination, ids, names,
       problem {.*} AS problem,
       COLLECT { MATCH (vote:Judgement)-[:OF]->(problem) RETURN vote {.*} } AS votes,
       COLLECT { MATCH (rating:Rating)-[:RATES]->(problem) RETURN rating {.*} } AS ratings,
       COLLECT {
         MATCH (solution:Solution)-[:SOLVES]->(problem)
         RETURN solution {.*, votes: COLLECT { MATCH (vote:Judgement)-[:OF]->(solution) RETURN vote {.*} }}
       } AS solutions
