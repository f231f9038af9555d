// Moves some mentions, given by key or text, from a knowledge point to another: to the one whose id is given, or, when none has that
// id, to a new one of that id and name. Between those that go and those that stay, and for those that join others, a SIMILAR decided
// by a person says so, so that later merges follow.
// In Neo4j Browser: give the parameters with :params, run this, then knowledge/build-kprg. When refused is not null nothing was done.
// parameters: {id: 'by-hand-1', from: 'kp1', mentions: ['sinus'], into: 'kp-by-hand-1', name: 'Sinus', by: 'me', reason: 'another thing'}
// columns: refused
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
OPTIONAL MATCH (known:Curation {id: $id})
OPTIONAL MATCH (from:KnowledgePoint {id: $from})
OPTIONAL MATCH (into:KnowledgePoint {id: $into})
OPTIONAL MATCH (namesake:KnowledgePoint)
WHERE into IS NULL AND namesake <> from AND toLower(namesake.name) = toLower($name)
  AND coalesce(namesake.status, 'active') = 'active'
WITH kprg, known, from, into, head(collect(namesake)) AS namesake
CALL (from) {
  OPTIONAL MATCH (mention:Mention)-[:NAMES]->(from)
  WITH mention ORDER BY mention.text
  WITH mention, mention.key IN $mentions OR mention.text IN $mentions AS goes
  RETURN collect(CASE WHEN goes THEN mention END) AS moving, collect(CASE WHEN NOT goes THEN mention END) AS staying
}
WITH kprg, known, from, into, namesake, moving, staying,
     [wanted IN $mentions WHERE none(mention IN moving WHERE wanted IN [mention.key, mention.text])] AS missing
WITH kprg, from, into, moving, staying, CASE
  WHEN known IS NOT NULL THEN {kind: 'repeated', message: 'There is a curation ' + $id + ' already: give another id'}
  WHEN from IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $from}
  WHEN coalesce(from.status, 'active') <> 'active'
    THEN {kind: 'conflict', message: "'" + from.name + "' is " + from.status + ': only an active knowledge point can be split'}
  WHEN size($mentions) = 0 THEN {kind: 'invalid', message: 'No mention is given: name those that shall leave'}
  WHEN size(missing) > 0
    THEN {kind: 'unknown', message: "'" + left(missing[0], 100) + "' is no mention of '" + from.name + "'; its mentions are "
      + reduce(list = '', mention IN (moving + staying)[..8] | list + CASE list WHEN '' THEN '' ELSE ', ' END
          + "'" + left(mention.text, 60) + "'")
      + CASE WHEN size(moving + staying) > 8 THEN ' and ' + (size(moving + staying) - 8) + ' more' ELSE '' END}
  WHEN size(staying) = 0
    THEN {kind: 'invalid', message: 'These are all mentions of ' + "'" + from.name + "': leave one, or rename or merge it instead"}
  WHEN into = from THEN {kind: 'invalid', message: "'" + from.name + "' cannot be split into itself: name another one"}
  WHEN coalesce(into.status, 'active') <> 'active'
    THEN {kind: 'conflict', message: "'" + into.name + "' is " + into.status + ': mentions can only join an active one'}
  WHEN into IS NULL AND $name =~ '[\\p{Z}\\s]*' THEN {kind: 'invalid', message: 'The new name is blank: give it some letters'}
  WHEN into IS NULL AND size($name) > 200
    THEN {kind: 'invalid', message: 'The new name has ' + size($name) + ' characters; it may have 200'}
  WHEN into IS NULL AND $name =~ '(?s).*[\\p{Cc}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}].*'
    THEN {kind: 'invalid', message: 'The new name holds control characters, such as tabs or line breaks: leave them out'}
  WHEN into IS NULL AND toLower(from.name) = toLower($name)
    THEN {kind: 'conflict', message: "'" + from.name + "' keeps its name: give the new one another, or rename it first"}
  WHEN namesake IS NOT NULL
    THEN {kind: 'conflict', message: "The name '" + namesake.name + "' has " + namesake.id + ' already: split into that one'}
  END AS refused
CALL (kprg, from, into, moving, staying, refused) {
  WITH kprg, from, into, moving, staying WHERE refused IS NULL
  CREATE (curation:Curation {id: $id, sequence: kprg.curations, action: 'split', at: datetime(), by: $by, reason: $reason,
    undone: false, summary: 'split ' + reduce(list = '', mention IN moving[..3] | list + CASE list WHEN '' THEN '' ELSE ', ' END
        + "'" + left(mention.text, 60) + "'")
      + CASE WHEN size(moving) > 3 THEN ' and ' + (size(moving) - 3) + ' more' ELSE '' END
      + " from '" + from.name + "' to '" + coalesce(into.name, $name) + "'"})
  CREATE (curation)-[fromWas:CHANGED]->(from)
  SET fromWas = from {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  FOREACH (target IN CASE WHEN into IS NULL THEN [] ELSE [into] END |
    CREATE (curation)-[intoWas:CHANGED]->(target)
    SET intoWas = target {.name, .status, .aliases, .reason, .bannedAt, .namedBy})
  FOREACH (_ IN CASE WHEN into IS NULL THEN [1] ELSE [] END |
    CREATE (curation)-[:CREATED]->(:KnowledgePoint {id: $into, name: $name, status: 'active', namedBy: 'person'}))
  WITH curation, from, moving, staying, into IS NULL AS created
  MATCH (target:KnowledgePoint {id: $into})
  // The one that joins another speaks for those that come along.
  CALL (target, moving, created) {
    WITH target, moving WHERE NOT created
    UNWIND moving AS mention
    WITH target, mention ORDER BY COUNT { (mention)<-[:MENTIONS]-() } DESC, mention.key LIMIT 1
    MATCH (other:Mention)-[:NAMES]->(target)
    WITH target, mention, other
    ORDER BY other.text = target.name DESC, COUNT { (other)<-[:MENTIONS]-() } DESC, other.key
    LIMIT 1
    RETURN collect([mention, other, 'same']) AS joined
  }
  CALL (curation, moving, staying, joined) {
    UNWIND [goes IN moving | [stays IN staying | [goes, stays, 'distinct']]] + [joined] AS found
    UNWIND found AS one
    WITH curation, one[2] AS verdict, CASE WHEN one[0].key < one[1].key THEN one[0] ELSE one[1] END AS first,
         CASE WHEN one[0].key < one[1].key THEN one[1] ELSE one[0] END AS second
    OPTIONAL MATCH (first)-[before:SIMILAR]->(second)
    CREATE (curation)-[was:JUDGED]->(first)
    SET was = coalesce(properties(before), {}), was.other = second.key
    MERGE (first)-[similar:SIMILAR]->(second)
    SET similar.verdict = verdict, similar.decidedBy = 'person', similar.by = $by, similar.at = datetime(),
        similar.reason = $reason, similar.curation = $id
  }
  // A person's earlier "distinct" between those that come and those that are there gives way.
  CALL (curation, moving, target) {
    UNWIND moving AS mention
    MATCH (mention)-[similar:SIMILAR {verdict: 'distinct', decidedBy: 'person'}]-(:Mention)-[:NAMES]->(target)
    WITH DISTINCT curation, similar, startNode(similar) AS first, endNode(similar) AS second
    CREATE (curation)-[was:JUDGED]->(first)
    SET was = properties(similar), was.other = second.key
    SET similar.verdict = 'same', similar.by = $by, similar.at = datetime(), similar.reason = $reason, similar.curation = $id
  }
  CALL (curation, from, target, moving) {
    UNWIND moving AS mention
    MATCH (mention)-[names:NAMES]->(from)
    DELETE names
    CREATE (curation)-[:MOVED {from: from.id, to: target.id}]->(mention)
    MERGE (mention)-[:NAMES]->(target)
  }
  CALL (from, target) {
    MATCH (seed:Seed)-[requires:REQUIRES]->(from)
    WHERE NOT EXISTS { (seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(from) }
    DELETE requires
  }
  CALL (target) {
    MATCH (seed:Seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(target)
    MERGE (seed)-[:REQUIRES]->(target)
  }
}
RETURN refused
