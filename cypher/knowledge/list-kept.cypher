// Mentions that passed the quality filter, by key, with the knowledge point each already names and the vector this model gave it.
// parameters: {embeddedBy: 'bge-small-en-v1.5'}
// columns: key, text, seeds, given, knowledgePoint, embedding, stale
MATCH (mention:Mention {verdict: 'keep'})
OPTIONAL MATCH (mention)-[:NAMES]->(kp:KnowledgePoint)
WITH mention, min(kp.id) AS knowledgePoint
RETURN mention.key AS key, mention.text AS text, COUNT { (mention)<-[:MENTIONS]-() } AS seeds,
       coalesce(mention.given, false) AS given, knowledgePoint,
       CASE WHEN mention.embeddedBy = $embeddedBy THEN mention.embedding END AS embedding,
       coalesce(mention.embeddedBy <> $embeddedBy, false) AS stale
ORDER BY key
