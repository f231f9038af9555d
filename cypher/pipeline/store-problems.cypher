// Keeps problems with the combinations they were made from, and when; one that is there stays as it is.
// parameters: {rows: [{key: 'p1', combination: 'c1', properties: {key: 'p1', run: 'r1', text: 't'}}]}
// columns:
UNWIND $rows AS row
MATCH (combination:Combination {key: row.combination})
MERGE (problem:Problem {key: row.key})
ON CREATE SET problem = row.properties, problem.madeAt = timestamp()
MERGE (problem)-[:GENERATED_FROM]->(combination)
