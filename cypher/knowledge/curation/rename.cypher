// Gives a knowledge point another name. Its id stays, its old name becomes an alias, and the epoch rises, because later problems are
// written from the new name. No later extraction changes a name that a person chose.
// In Neo4j Browser: give the parameters with :params and run this. When refused is not null nothing was done.
// parameters: {id: 'by-hand-1', knowledgePoint: 'kp1', name: 'Law of sines', by: 'me', reason: 'the usual name'}
// columns: refused
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
OPTIONAL MATCH (known:Curation {id: $id})
OPTIONAL MATCH (kp:KnowledgePoint {id: $knowledgePoint})
OPTIONAL MATCH (kp)-[:MERGED_INTO]->(now:KnowledgePoint)
OPTIONAL MATCH (namesake:KnowledgePoint)
WHERE namesake <> kp AND toLower(namesake.name) = toLower($name) AND coalesce(namesake.status, 'active') = 'active'
WITH kprg, known, kp, now, head(collect(namesake)) AS namesake
WITH kprg, kp, CASE
  WHEN known IS NOT NULL THEN {kind: 'repeated', message: 'There is a curation ' + $id + ' already: give another id'}
  WHEN kp IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $knowledgePoint}
  WHEN now IS NOT NULL THEN {kind: 'conflict', message: "'" + kp.name + "' is merged into '" + now.name + "': rename that one"}
  WHEN $name =~ '[\\p{Z}\\s]*' THEN {kind: 'invalid', message: 'The new name is blank: give it some letters'}
  WHEN size($name) > 200
    THEN {kind: 'invalid', message: 'The new name has ' + size($name) + ' characters; it may have 200'}
  WHEN $name =~ '(?s).*[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}].*'
    THEN {kind: 'invalid', message: 'The new name holds control characters, such as tabs or line breaks: leave them out'}
  WHEN $name = kp.name THEN {kind: 'conflict', message: "'" + kp.name + "' has that name already"}
  WHEN namesake IS NOT NULL
    THEN {kind: 'conflict', message: "The name '" + namesake.name + "' has " + namesake.id + ' already: merge the two instead'}
  END AS refused
CALL (kprg, kp, refused) {
  WITH kprg, kp WHERE refused IS NULL
  CREATE (curation:Curation {id: $id, sequence: kprg.curations, action: 'rename', at: datetime(), by: $by, reason: $reason,
    undone: false, summary: "rename '" + kp.name + "' to '" + $name + "'"})
  CREATE (curation)-[was:CHANGED]->(kp)
  SET was = kp {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  SET kp.aliases = [alias IN coalesce(kp.aliases, []) WHERE alias <> $name AND alias <> kp.name] + [kp.name]
  SET kp.name = $name, kp.namedBy = 'person'
  SET kprg.epoch = coalesce(kprg.epoch, 0) + 1
}
RETURN refused
