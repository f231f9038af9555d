// Mentions that passed the quality filter, by key, with the knowledge point each already names.
// parameters: {}
// columns: key, text, seeds, given, knowledgePoint
MATCH (mention:Mention {verdict: 'keep'})
OPTIONAL MATCH (mention)-[:NAMES]->(kp:KnowledgePoint)
RETURN mention.key AS key, mention.text AS text, COUNT { (mention)<-[:MENTIONS]-() } AS seeds,
       coalesce(mention.given, false) AS given, kp.id AS knowledgePoint
ORDER BY key
