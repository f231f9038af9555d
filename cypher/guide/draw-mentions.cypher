// The knowledge point with the most names, and the names that mean it.
// columns: path
MATCH (mention:Mention)-[:NAMES]->(kp:KnowledgePoint)
WITH kp, count(mention) AS names ORDER BY names DESC, kp.id LIMIT 1
MATCH path = (:Mention)-[:NAMES]->(kp)
RETURN path LIMIT 40
