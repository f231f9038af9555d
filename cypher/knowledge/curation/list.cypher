// Knowledge points whose name, alias, mention or id holds a text, the one most seeds require first; all of them without a text.
// parameters: {text: 'sine', status: 'active', limit: 20}
// columns: id, name, status, aliases, mentions, seeds, neighbours
MATCH (kp:KnowledgePoint)
WHERE ($status IS NULL OR coalesce(kp.status, 'active') = $status)
  AND ($text IS NULL OR kp.id = $text OR toLower(kp.name) CONTAINS toLower($text)
    OR any(alias IN coalesce(kp.aliases, []) WHERE toLower(alias) CONTAINS toLower($text))
    OR EXISTS { MATCH (mention:Mention)-[:NAMES]->(kp) WHERE toLower(mention.text) CONTAINS toLower($text) })
WITH kp, COUNT { (kp)<-[:REQUIRES]-(:Seed) } AS seeds
ORDER BY $text IS NOT NULL AND toLower(kp.name) = toLower($text) DESC, seeds DESC, kp.name, kp.id
LIMIT $limit
RETURN kp.id AS id, kp.name AS name, coalesce(kp.status, 'active') AS status, coalesce(kp.aliases, []) AS aliases,
       COUNT { (kp)<-[:NAMES]-(:Mention) } AS mentions, seeds, COUNT { (kp)-[:CO_OCCURS]-() } AS neighbours
