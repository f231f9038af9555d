// Combinations by key with their knowledge points in id order.
// parameters: {keys: ['c1']}
// columns: key, kind, distance, weight, ids, names
UNWIND $keys AS key
MATCH (combination:Combination {key: key})-[:COMBINES]->(kp:KnowledgePoint)
WITH combination, kp ORDER BY kp.id
RETURN combination.key AS key, combination.kind AS kind, combination.distance AS distance,
       combination.weight AS weight, collect(kp.id) AS ids, collect(kp.name) AS names
