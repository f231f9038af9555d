// Links every seed to the knowledge points that its kept mentions name.
// parameters: {}
// columns:
MATCH (seed:Seed)-[:MENTIONS]->(mention:Mention {verdict: 'keep'})-[:NAMES]->(kp:KnowledgePoint)
MERGE (seed)-[:REQUIRES]->(kp)
