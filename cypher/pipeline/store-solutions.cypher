// Keeps solutions of problems; one that is there stays as it is.
// parameters: {rows: [{key: 's1', subject: 'p1', properties: {key: 's1', run: 'r1', text: 't'}}]}
// columns:
UNWIND $rows AS row
MATCH (problem:Problem {key: row.subject})
MERGE (solution:Solution {key: row.key})
ON CREATE SET solution = row.properties
MERGE (solution)-[:SOLVES]->(problem)
