// Keeps what was decided on solutions.
// parameters: {rows: [{key: 's1', verdict: 'passed'}]}
// columns:
UNWIND $rows AS row
MATCH (solution:Solution {key: row.key})
SET solution.verdict = row.verdict
