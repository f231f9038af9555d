// Remembers on solutions what an export did with them.
// parameters: {rows: [{key: 'so1', outcome: 'exported'}]}
// columns:
UNWIND $rows AS row
MATCH (solution:Solution {key: row.key})
SET solution.export = row.outcome
