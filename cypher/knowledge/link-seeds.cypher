// Links every seed to the active knowledge points that its kept mentions name, and to no other.
// parameters: {}
// columns:
CALL {
  MATCH (seed:Seed)-[requires:REQUIRES]->(kp:KnowledgePoint)
  WHERE coalesce(kp.status, 'active') <> 'active'
     OR NOT EXISTS { (seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(kp) }
  DELETE requires
}
MATCH (seed:Seed)-[:MENTIONS]->(mention:Mention {verdict: 'keep'})-[:NAMES]->(kp:KnowledgePoint)
WHERE coalesce(kp.status, 'active') = 'active'
MERGE (seed)-[:REQUIRES]->(kp)
