// Keeps combinations and what they combine.
// parameters: {rows: [{key: 'c1', kind: 'ONE_HOP', distance: 1, weight: 1.0, ids: ['kp1', 'kp2']}]}
// columns:
UNWIND $rows AS row
MERGE (combination:Combination {key: row.key})
ON CREATE SET combination.kind = row.kind, combination.distance = row.distance, combination.weight = row.weight
WITH combination, row
UNWIND row.ids AS id
MATCH (kp:KnowledgePoint {id: id})
MERGE (combination)-[:COMBINES]->(kp)
