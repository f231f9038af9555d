// Mentions without a verdict, by key.
// parameters: {}
// columns: key, text, seeds, given, knowledgePoint
MATCH (mention:Mention)
WHERE mention.verdict IS NULL
RETURN mention.key AS key, mention.text AS text, COUNT { (mention)<-[:MENTIONS]-() } AS seeds,
       coalesce(mention.given, false) AS given, null AS knowledgePoint
ORDER BY key
