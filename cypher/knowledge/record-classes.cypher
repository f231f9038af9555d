// Makes knowledge points of classes of mentions; a knowledge point that exists keeps its name.
// parameters: {rows: [{id: 'kp1', name: 'Addition', mentions: ['m1'], embedding: [0.1]}]}
// columns:
UNWIND $rows AS row
MERGE (kp:KnowledgePoint {id: row.id})
ON CREATE SET kp.name = row.name, kp.status = 'active', kp.embedding = row.embedding
WITH kp, row
UNWIND row.mentions AS key
MATCH (mention:Mention {key: key})
MERGE (mention)-[:NAMES]->(kp)
