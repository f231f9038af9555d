// Takes a knowledge point out of the graph: no seed requires it any more, and no later extraction brings it back. Its mentions and
// what was made from it stay.
// In Neo4j Browser: give the parameters with :params, run this, then knowledge/build-kprg. When refused is not null nothing was done.
// parameters: {id: 'by-hand-1', knowledgePoint: 'kp1', by: 'me', reason: 'too vague'}
// columns: refused
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
OPTIONAL MATCH (known:Curation {id: $id})
OPTIONAL MATCH (kp:KnowledgePoint {id: $knowledgePoint})
OPTIONAL MATCH (kp)-[:MERGED_INTO]->(now:KnowledgePoint)
WITH kprg, kp, CASE
  WHEN known IS NOT NULL THEN {kind: 'repeated', message: 'There is a curation ' + $id + ' already: give another id'}
  WHEN kp IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $knowledgePoint}
  WHEN now IS NOT NULL THEN {kind: 'conflict', message: "'" + kp.name + "' is merged into '" + now.name + "': ban that one"}
  WHEN coalesce(kp.status, 'active') <> 'active' THEN {kind: 'conflict', message: "'" + kp.name + "' is " + kp.status + ' already'}
  END AS refused
CALL (kprg, kp, refused) {
  WITH kprg, kp WHERE refused IS NULL
  CREATE (curation:Curation {id: $id, sequence: kprg.curations, action: 'ban', at: datetime(), by: $by, reason: $reason,
    undone: false, summary: "ban '" + kp.name + "'"})
  CREATE (curation)-[was:CHANGED]->(kp)
  SET was = kp {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  SET kp.status = 'banned', kp.reason = $reason, kp.bannedAt = datetime()
  WITH kp
  MATCH (:Seed)-[requires:REQUIRES]->(kp)
  DELETE requires
}
RETURN refused
