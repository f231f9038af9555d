// Knowledge points by id with the mentions that name them.
// parameters: {}
// columns: line
MATCH (kp:KnowledgePoint)
WITH kp ORDER BY kp.id
RETURN {
  knowledgePoint: kp.id, name: kp.name, status: coalesce(kp.status, 'active'), aliases: coalesce(kp.aliases, []),
  mergedInto: head(COLLECT { MATCH (kp)-[:MERGED_INTO]->(other:KnowledgePoint) RETURN other.id ORDER BY other.id }),
  mentions: COLLECT { MATCH (mention:Mention)-[:NAMES]->(kp) RETURN mention.text ORDER BY mention.text }
} AS line
