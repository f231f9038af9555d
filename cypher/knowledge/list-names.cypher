// All knowledge points by id with who named them (null: nobody) and the names that belong to them.
// parameters: {}
// columns: id, name, active, namedBy, names
MATCH (kp:KnowledgePoint)
OPTIONAL MATCH (mention:Mention {verdict: 'keep'})-[:NAMES]->(kp)
WITH kp, mention, COUNT { (mention)<-[:MENTIONS]-() } AS seeds ORDER BY kp.id, mention.key
RETURN kp.id AS id, kp.name AS name, coalesce(kp.status, 'active') = 'active' AS active, kp.namedBy AS namedBy,
       [named IN collect(CASE WHEN mention IS NULL THEN null
          ELSE {text: mention.text, seeds: seeds, given: coalesce(mention.given, false)} END)] AS names
ORDER BY id
