// Keeps judges' votes on problems; one that is there stays as it is.
// parameters: {rows: [{key: 'j1', subject: 'x1', properties: {key: 'j1', run: 'r1', score: 0.9}}]}
// columns:
UNWIND $rows AS row
MATCH (subject:Problem {key: row.subject})
MERGE (judgement:Judgement {key: row.key})
ON CREATE SET judgement = row.properties
MERGE (judgement)-[:OF]->(subject)
