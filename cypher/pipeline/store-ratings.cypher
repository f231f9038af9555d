// Keeps ratings of problems' difficulty, the latest one also on the problem.
// parameters: {rows: [{key: 'ra1', subject: 'p1', difficulty: 'low', rater: 'm', properties: {key: 'ra1', run: 'r1', difficulty: 'low'}}]}
// columns:
UNWIND $rows AS row
MATCH (problem:Problem {key: row.subject})
MERGE (rating:Rating {key: row.key})
ON CREATE SET rating = row.properties
MERGE (rating)-[:RATES]->(problem)
SET problem.difficulty = row.difficulty, problem.rater = row.rater
