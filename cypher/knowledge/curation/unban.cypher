// Brings a banned knowledge point back, with every seed that has one of its kept mentions.
// In Neo4j Browser: give the parameters with :params, run this, then knowledge/build-kprg. When refused is not null nothing was done.
// parameters: {id: 'by-hand-1', knowledgePoint: 'kp1', by: 'me', reason: 'needed after all'}
// columns: refused
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
OPTIONAL MATCH (known:Curation {id: $id})
OPTIONAL MATCH (kp:KnowledgePoint {id: $knowledgePoint})
OPTIONAL MATCH (namesake:KnowledgePoint)
WHERE namesake <> kp AND toLower(namesake.name) = toLower(kp.name) AND coalesce(namesake.status, 'active') = 'active'
WITH kprg, known, kp, head(collect(namesake)) AS namesake
WITH kprg, kp, CASE
  WHEN known IS NOT NULL THEN {kind: 'repeated', message: 'There is a curation ' + $id + ' already: give another id'}
  WHEN kp IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $knowledgePoint}
  WHEN coalesce(kp.status, 'active') <> 'banned'
    THEN {kind: 'conflict', message: "'" + kp.name + "' is " + coalesce(kp.status, 'active') + ', not banned'}
  WHEN namesake IS NOT NULL
    THEN {kind: 'conflict', message: "The name '" + kp.name + "' has " + namesake.id + ' now: rename one of the two first'}
  END AS refused
CALL (kprg, kp, refused) {
  WITH kprg, kp WHERE refused IS NULL
  CREATE (curation:Curation {id: $id, sequence: kprg.curations, action: 'unban', at: datetime(), by: $by, reason: $reason,
    undone: false, summary: "unban '" + kp.name + "'"})
  CREATE (curation)-[was:CHANGED]->(kp)
  SET was = kp {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  SET kp.status = 'active'
  REMOVE kp.reason, kp.bannedAt
  WITH kp
  MATCH (seed:Seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(kp)
  MERGE (seed)-[:REQUIRES]->(kp)
}
RETURN refused
