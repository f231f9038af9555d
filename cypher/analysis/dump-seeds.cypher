// Seeds by id with what extraction found in them: mentions with verdicts, and the knowledge points they require.
// parameters: {}
// columns: line
MATCH (seed:Seed)
WITH seed ORDER BY seed.id
RETURN {
  seed: seed.id,
  extraction: split(coalesce(seed.extraction, 'waiting'), ':')[0],
  mentions: COLLECT {
    MATCH (seed)-[mentions:MENTIONS]->(mention:Mention)
    RETURN {text: mention.text, verdict: coalesce(mention.verdict, 'waiting')} ORDER BY mentions.position, mention.key
  },
  requires: COLLECT { MATCH (seed)-[:REQUIRES]->(kp:KnowledgePoint) RETURN kp.id ORDER BY kp.id }
} AS line
