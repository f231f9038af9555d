// Three seeds and the knowledge points they need.
// columns: path
MATCH (seed:Seed)-[:REQUIRES]->(kp:KnowledgePoint)
WITH seed, count(kp) AS needs ORDER BY needs DESC, seed.id LIMIT 3
MATCH path = (seed)-[:REQUIRES]->(:KnowledgePoint)
RETURN path
