// Links every seed to the active knowledge points that its kept mentions name.
// parameters: {}
// columns:
MATCH (seed:Seed)-[:MENTIONS]->(mention:Mention {verdict: 'keep'})-[:NAMES]->(kp:KnowledgePoint)
WHERE coalesce(kp.status, 'active') = 'active'
MERGE (seed)-[:REQUIRES]->(kp)
