// Keeps what was decided on problems.
// parameters: {rows: [{key: 'p1', verdict: 'passed', score: 0.9}]}
// columns:
UNWIND $rows AS row
MATCH (problem:Problem {key: row.key})
SET problem.verdict = row.verdict, problem.score = row.score
