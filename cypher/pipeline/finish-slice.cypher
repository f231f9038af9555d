// Stores what was made of a slice's combinations and the slice's state, in one transaction.
// parameters: {id: 'sl1', state: 'done', problems: ['p1'], counts: {done: 1, problems: 1, problemsPassed: 1, solutions: 1, accepted: 1, failed: 0}, rows: [{combination: 'c1', problem: {key: 'p1', run: 'r1', text: 't', verdict: 'passed', score: 0.9}, problemVotes: [{key: 'j1', score: 0.9}], solutions: [{key: 'so1', text: 't', verdict: 'passed'}], solutionVotes: [{key: 'j2', approved: true}]}]}
// columns: stored
MATCH (slice:Slice {id: $id})
SET slice.state = $state, slice.attempt = slice.attempt + 1, slice.problems = $problems, slice.done = $counts.done,
    slice.problemsMade = $counts.problems, slice.problemsPassed = $counts.problemsPassed,
    slice.solutions = $counts.solutions, slice.accepted = $counts.accepted, slice.failed = $counts.failed
WITH slice
CALL () {
  UNWIND $rows AS row
  MATCH (combination:Combination {key: row.combination})
  MERGE (problem:Problem {key: row.problem.key})
  ON CREATE SET problem = row.problem
  MERGE (problem)-[:GENERATED_FROM]->(combination)
  FOREACH (vote IN row.problemVotes |
    MERGE (judgement:Judgement {key: vote.key})
    ON CREATE SET judgement = vote
    MERGE (judgement)-[:OF]->(problem))
  FOREACH (solved IN row.solutions |
    MERGE (solution:Solution {key: solved.key})
    ON CREATE SET solution = solved
    MERGE (solution)-[:SOLVES]->(problem)
    FOREACH (vote IN row.solutionVotes |
      MERGE (judgement:Judgement {key: vote.key})
      ON CREATE SET judgement = vote
      MERGE (judgement)-[:OF]->(solution)))
  RETURN count(*) AS stored
}
RETURN stored
